package dev.plumbline.check.cel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One part of an expression, compiled; reads variables from numbered slots. */
abstract class Node {

  /**
   * The value; an {@link Optional} where the expression is optional.
   *
   * @throws Retreat when this is better left to dev.cel
   */
  abstract Object eval(Object[] slots);

  /** The value inside an optional, null when there is none. */
  @Nullable Object find(Object[] slots) {
    if (eval(slots) instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    throw Retreat.NOW;
  }

  /** The value of any node; quick where it is a variable, as most are that others start from. */
  static Object value(Node node, Object[] slots) {
    return node instanceof Slot slot ? slots[slot.index] : node.eval(slots);
  }

  boolean test(Object[] slots) {
    if (eval(slots) instanceof Boolean flag) {
      return flag;
    }
    throw Retreat.NOW;
  }

  /** A node that yields an optional: found or not. */
  abstract static class Maybe extends Node {

    @Override
    abstract @Nullable Object find(Object[] slots);

    @Override
    Object eval(Object[] slots) {
      return Optional.ofNullable(find(slots));
    }
  }

  /** A node that yields a flag. */
  abstract static class Flag extends Node {

    @Override
    abstract boolean test(Object[] slots);

    @Override
    Object eval(Object[] slots) {
      return test(slots);
    }
  }

  /** A value known when compiling. */
  static final class Constant extends Node {

    private final Object value;

    Constant(Object value) {
      this.value = value;
    }

    @Override
    Object eval(Object[] slots) {
      return value;
    }
  }

  /** A variable. */
  static final class Slot extends Node {

    private final int index;

    Slot(int index) {
      this.index = index;
    }

    @Override
    Object eval(Object[] slots) {
      return slots[index];
    }
  }
}
