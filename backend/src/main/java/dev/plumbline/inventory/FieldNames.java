package dev.plumbline.inventory;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of one or many maps in their order, each once, interned, found by their hashes. */
final class FieldNames {

  private static final int TURNS = 26;
  private static final int NAMES = 80;
  private static final int NAME = 56;

  private final String[] names;
  private final List<String> list;
  private final byte[] slots;
  private final long marks;
  private final int turn;
  private final boolean apart;
  private @Nullable FieldNames longer;

  /**
   * @param names interned, each once, 127 at most; not changed by anybody any more
   */
  FieldNames(String[] names) {
    if (names.length > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(names.length + " names are too many");
    }
    this.names = names;
    this.marks = marks(names);
    this.list = Collections.unmodifiableList(Arrays.asList(names));
    int size = Math.max(4, Integer.highestOneBit(Math.max(1, names.length - 1)) * 8);
    byte[] found = new byte[size];
    int at = 0;
    while (at < TURNS && !filled(found, names, at)) {
      at++;
    }
    this.apart = at < TURNS;
    this.turn = apart ? at : 0;
    this.slots = found;
    if (!apart) {
      filled(found, names, 0);
    }
  }

  /** Whether each name has a slot of its own; fills on where it has not. */
  private static boolean filled(byte[] slots, String[] names, int turn) {
    Arrays.fill(slots, (byte) -1);
    boolean apart = true;
    for (int place = 0; place < names.length; place++) {
      int slot = names[place].hashCode() >>> turn & slots.length - 1;
      apart &= slots[slot] < 0;
      slots[slot] = (byte) place;
    }
    return apart;
  }

  /** A bit of 64 for each name, so that most names that are not there are told at once. */
  private static long marks(String[] names) {
    long marks = 0;
    for (String name : names) {
      marks |= 1L << name.hashCode();
    }
    return marks;
  }

  int size() {
    return names.length;
  }

  List<String> list() {
    return list;
  }

  String name(int place) {
    return names[place];
  }

  /** Where a name stands, below 0 when it is none of these. */
  int place(String name) {
    int hash = name.hashCode();
    if ((marks >>> hash & 1) == 0) {
      return -1;
    }
    int place = slots[hash >>> turn & slots.length - 1];
    if (place < 0) {
      return -1;
    }
    String there = names[place];
    if (there == name || there.hashCode() == hash && there.equals(name)) {
      return place;
    }
    return apart ? -1 : search(name);
  }

  private int search(String name) {
    for (int place = 0; place < names.length; place++) {
      if (names[place].equals(name)) {
        return place;
      }
    }
    return -1;
  }

  /** These and one more; the last that was asked for is kept. */
  FieldNames and(String name) {
    FieldNames known = longer;
    if (known == null || !known.names[names.length].equals(name)) {
      String[] all = Arrays.copyOf(names, names.length + 1);
      all[names.length] = name.intern();
      known = new FieldNames(all);
      longer = known;
    }
    return known;
  }

  /** Whether these are the very texts. */
  boolean are(String[] others, int from, int count) {
    if (count != names.length) {
      return false;
    }
    for (int place = 0; place < count; place++) {
      if (names[place] != others[from + place]) {
        return false;
      }
    }
    return true;
  }

  /** About the bytes of heap. */
  long weight() {
    long texts = 0;
    for (String name : names) {
      texts += NAME + name.length();
    }
    return NAMES + slots.length + texts;
  }
}
