package dev.plumbline.check.engine;

import java.util.Arrays;

/** Some columns of a layout. */
final class Columns {

  private final long[] words;

  /** None yet of so many. */
  Columns(int count) {
    this.words = new long[count + 63 >> 6];
  }

  private Columns(long[] words) {
    this.words = words;
  }

  Columns copy() {
    return new Columns(words.clone());
  }

  void add(int column) {
    words[column >> 6] |= 1L << column;
  }

  void addAll(Columns others) {
    for (int word = 0; word < words.length; word++) {
      words[word] |= others.words[word];
    }
  }

  boolean has(int column) {
    return (words[column >> 6] & 1L << column) != 0;
  }

  boolean same(Columns others) {
    return Arrays.equals(words, others.words);
  }
}
