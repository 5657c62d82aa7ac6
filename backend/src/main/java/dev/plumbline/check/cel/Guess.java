package dev.plumbline.check.cel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of a value before anything is read. */
sealed interface Guess {

  Guess NOTHING = new Constant(Optional.empty());
  Guess EMPTY = new Constant(List.of());
  Guess TRUE = new Constant(true);
  Guess FALSE = new Constant(false);
  Guess SOME = new Some();
  Guess OPEN = new Open();

  /** This value, whatever is read. */
  record Constant(Object value) implements Guess {}

  /** The thing itself, of this shape. */
  record Root(String shape) implements Guess {}

  /**
   * A part of the thing's document, or something else where it is absent.
   *
   * @param field by which it was reached, empty where people chose it
   * @param element whether it is an element of a list there
   */
  record Part(String field, boolean element, Optional<Object> otherwise) implements Guess {

    /** Whether an empty one of this kind stands in for an absent one. */
    boolean stands(Class<?> type) {
      return otherwise.filter(type::isInstance).filter(Guess::none).isPresent();
    }
  }

  /**
   * A part of the document that may be absent.
   *
   * @param field by which it was reached, empty where people chose it
   */
  record Maybe(String field) implements Guess {}

  /** A list of things that are all alike, perhaps of none. */
  record Many(Guess element) implements Guess {}

  /** A list of these. */
  record Items(List<Guess> all) implements Guess {}

  /** Some value, and reading it cannot fail. */
  record Some() implements Guess {}

  /** Some value, or an error. */
  record Open() implements Guess {}

  /** Something whose fields are asked for elsewhere than in the thing's document. */
  record Context() implements Guess {}

  default boolean open() {
    return this instanceof Open || this instanceof Context;
  }

  /** Whether no function may have it. */
  default boolean object() {
    return open() || this instanceof Root;
  }

  private static boolean none(Object value) {
    return value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }
}
