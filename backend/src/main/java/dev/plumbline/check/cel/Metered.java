package dev.plumbline.check.cel;

import org.jspecify.annotations.Nullable;

/** A node whose evaluation costs a step, and what its value weighs; says where it failed. */
final class Metered extends Node {

  private final Node node;
  private final String where;

  Metered(Node node, String where) {
    this.node = node;
    this.where = where;
  }

  static Meter meter(Object[] slots) {
    return (Meter) slots[0];
  }

  @Override
  Object eval(Object[] slots) {
    meter(slots).tick(1);
    try {
      Object value = node.eval(slots);
      meter(slots).weigh(value);
      return value;
    } catch (Retreat _) {
      throw failed();
    }
  }

  @Override
  @Nullable Object find(Object[] slots) {
    meter(slots).tick(1);
    try {
      Object value = node.find(slots);
      if (value != null) {
        meter(slots).weigh(value);
      }
      return value;
    } catch (Retreat _) {
      throw failed();
    }
  }

  @Override
  boolean test(Object[] slots) {
    meter(slots).tick(1);
    try {
      return node.test(slots);
    } catch (Retreat _) {
      throw failed();
    }
  }

  private EvaluationFailed failed() {
    return new EvaluationFailed(where + " is absent, or of another type than expected here");
  }

  /** A variable, which fails where what was bound to it failed. */
  static final class Variable extends Node {

    private final Node slot;

    Variable(Node slot) {
      this.slot = slot;
    }

    @Override
    Object eval(Object[] slots) {
      Object value = slot.eval(slots);
      if (value instanceof Absorbing.Failed failed) {
        throw failed.why();
      }
      meter(slots).tick(1);
      meter(slots).weigh(value);
      return value;
    }
  }
}
