package dev.plumbline.check.cel;

import java.util.List;
import java.util.Set;

/** {@code a < b} and its kin, of the types that the checker allowed. */
final class Comparison extends Node.Flag {

  private static final List<String> NAMES =
      List.of("less_", "less_equals_", "greater_", "greater_equals_");

  private final Node left;
  private final Node right;
  private final Order order;
  private final boolean texts;
  private final boolean whole;
  private final boolean real;

  private Comparison(Node left, Node right, Set<String> overloads, Order order) {
    this.left = left;
    this.right = right;
    this.order = order;
    this.texts = allowed(overloads, "string");
    this.whole = allowed(overloads, "int64");
    this.real = allowed(overloads, "double");
  }

  private static boolean allowed(Set<String> overloads, String type) {
    return NAMES.stream().anyMatch(name -> overloads.contains(name + type));
  }

  /** What a comparison says of below 0, 0, above 0. */
  interface Order {
    boolean holds(int compared);
  }

  /**
   * @param overloads such as {@code less_string} and {@code greater_equals_int64}
   */
  static Node of(Node left, Node right, Set<String> overloads, Order order) {
    return new Comparison(left, right, overloads, order);
  }

  @Override
  boolean test(Object[] slots) {
    return holds(left.eval(slots), right.eval(slots));
  }

  @Override
  void writeTest(Assembly to) {
    to.constant(this, Comparison.class);
    left.write(to);
    right.write(to);
    to.send(Comparison.class, "holds", boolean.class, Object.class, Object.class);
  }

  boolean holds(Object one, Object other) {
    return order.holds(compared(one, other));
  }

  private int compared(Object one, Object other) {
    if (whole && one instanceof Long left && other instanceof Long right) {
      return left.compareTo(right);
    }
    if (texts && one instanceof String left && other instanceof String right) {
      return left.compareTo(right);
    }
    if (real && one instanceof Double left && other instanceof Double right) {
      return ordinary(left, right);
    }
    throw Retreat.NOW;
  }

  /** Neither zeros of two signs nor what is not a number. */
  private static int ordinary(double left, double right) {
    if (left == right) {
      return 0;
    }
    if (left < right || left > right) {
      return left < right ? -1 : 1;
    }
    throw Retreat.NOW;
  }
}
