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
    return inside(eval(slots));
  }

  /** The value of any node; quick where it is a variable, as most are that others start from. */
  static Object value(Node node, Object[] slots) {
    return node instanceof Slot slot ? slots[slot.index] : node.eval(slots);
  }

  boolean test(Object[] slots) {
    return flag(eval(slots));
  }

  /** Writes what leaves the value; nodes that count their steps are only evaluated. */
  void write(Assembly to) {
    throw new UnsupportedOperationException(getClass() + " cannot be written");
  }

  /** Writes what leaves the value inside an optional, or null. */
  void writeFind(Assembly to) {
    write(to);
    to.call(Node.class, "inside", Object.class, Object.class);
  }

  /** Writes what leaves the flag. */
  void writeTest(Assembly to) {
    write(to);
    to.call(Node.class, "flag", boolean.class, Object.class);
  }

  static boolean flag(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw Retreat.NOW;
  }

  static @Nullable Object inside(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
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

    @Override
    void writeFind(Assembly to) {
      throw new UnsupportedOperationException(getClass() + " cannot be written");
    }

    @Override
    void write(Assembly to) {
      writeFind(to);
      to.call(Optional.class, "ofNullable", Optional.class, Object.class);
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

    @Override
    void writeTest(Assembly to) {
      throw new UnsupportedOperationException(getClass() + " cannot be written");
    }

    @Override
    void write(Assembly to) {
      writeTest(to);
      to.call(Boolean.class, "valueOf", Boolean.class, boolean.class);
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

    @Override
    void write(Assembly to) {
      if (value instanceof String text) {
        to.text(text);
      } else {
        to.constant(value, Object.class);
      }
    }

    @Override
    void writeTest(Assembly to) {
      if (value instanceof Boolean flag) {
        to.flag(flag);
      } else {
        super.writeTest(to);
      }
    }
  }

  /** A variable. */
  static final class Slot extends Node {

    private final int index;

    Slot(int index) {
      this.index = index;
    }

    int index() {
      return index;
    }

    @Override
    Object eval(Object[] slots) {
      return slots[index];
    }

    @Override
    void write(Assembly to) {
      to.slot(index);
    }
  }
}
