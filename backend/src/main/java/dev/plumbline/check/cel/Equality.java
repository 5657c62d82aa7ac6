package dev.plumbline.check.cel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comparing values as deep as they go, each step of it at its cost. */
final class Equality {

  private Equality() {}

  static Node of(Node left, Node right, boolean wanted) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        return equal(left.eval(slots), right.eval(slots), Metered.meter(slots)) == wanted;
      }
    };
  }

  /** Whether something is an element of a list, or a key of a map. */
  static Node in(Node element, Node where) {
    return new Node.Flag() {
      @Override
      boolean test(Object[] slots) {
        Object one = element.eval(slots);
        return switch (where.eval(slots)) {
          case List<?> list -> contains(list, one, Metered.meter(slots));
          case Map<?, ?> map -> map.containsKey(one);
          default -> throw Retreat.NOW;
        };
      }
    };
  }

  private static boolean contains(List<?> list, Object element, Meter meter) {
    for (Object one : list) {
      if (equal(one, element, meter)) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(Object left, @Nullable Object right, Meter meter) {
    meter.tick(1);
    return switch (left) {
      case List<?> one -> right instanceof List<?> other && lists(one, other, meter);
      case Map<?, ?> one -> right instanceof Map<?, ?> other && maps(one, other, meter);
      case Number one when right instanceof Number other -> numbers(one, other);
      default -> left.equals(right);
    };
  }

  private static boolean numbers(Number one, Number other) {
    return one instanceof Long && other instanceof Long
        ? one.longValue() == other.longValue()
        : one.doubleValue() == other.doubleValue();
  }

  private static boolean lists(List<?> one, List<?> other, Meter meter) {
    boolean equal = one.size() == other.size();
    for (int i = 0; equal && i < one.size(); i++) {
      equal = equal(one.get(i), other.get(i), meter);
    }
    return equal;
  }

  private static boolean maps(Map<?, ?> one, Map<?, ?> other, Meter meter) {
    boolean equal = one.size() == other.size();
    for (var entries = one.entrySet().iterator(); equal && entries.hasNext(); ) {
      var entry = entries.next();
      equal = equal(entry.getValue(), other.get(entry.getKey()), meter);
    }
    return equal;
  }
}
