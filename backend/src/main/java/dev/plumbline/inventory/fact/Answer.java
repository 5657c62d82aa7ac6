package dev.plumbline.inventory.fact;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;

/** A value that a fact knows, or the reason why it does not. */
public sealed interface Answer<T> {

  static <T> Answer<T> of(T value) {
    return new Known<>(value);
  }

  /** Not to be seen in what was collected; {@code why} is for people. */
  static <T> Answer<T> unknown(String why) {
    return new Unknown<>(Coverage.State.NOT_READ, why);
  }

  /** A kind that was not read to the end. */
  static <T> Answer<T> unread(Kind kind, Coverage coverage) {
    var reading = coverage.of(kind);
    return new Unknown<>(reading.state(), kind.name() + ": " + reading.reason());
  }

  /** Seen. */
  record Known<T>(T value) implements Answer<T> {}

  /**
   * Not seen.
   *
   * @param state how reading what it needs has ended
   * @param why for people; names the missing verb when forbidden
   */
  record Unknown<T>(Coverage.State state, String why) implements Answer<T> {}
}
