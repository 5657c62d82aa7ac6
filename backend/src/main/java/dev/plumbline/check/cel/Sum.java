package dev.plumbline.check.cel;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code a + b + c}, joined from the left. */
final class Sum extends Node {

  private final @Nullable Class<?> type;
  private final Node[] parts;

  private Sum(@Nullable Class<?> type, Node... parts) {
    this.type = type;
    this.parts = parts;
  }

  /** What the first part is, all are. */
  static Node of(Set<String> overloads, Node left, Node right) {
    Class<?> type = Guards.first(overloads);
    if (type == null || !(left instanceof Sum sum) || sum.type != type) {
      return new Sum(type, Guards.first(overloads, left), right);
    }
    Node[] all = Arrays.copyOf(sum.parts, sum.parts.length + 1);
    all[sum.parts.length] = right;
    return new Sum(type, all);
  }

  @Override
  Object eval(Object[] slots) {
    Object[] values = new Object[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts[i].eval(slots);
    }
    return of(values);
  }

  @Override
  void write(Assembly to) {
    to.array(parts);
    to.call(Sum.class, "of", Object.class, Object[].class);
  }

  /** Texts are many and of several parts, so that no part of them is copied twice. */
  static Object of(Object[] values) {
    int length = 0;
    for (Object value : values) {
      if (!(value instanceof String text)) {
        return oneByOne(values);
      }
      length += text.length();
    }
    var all = new StringBuilder(length);
    for (Object value : values) {
      all.append((String) value);
    }
    return all.toString();
  }

  private static Object oneByOne(Object[] values) {
    Object sum = values[0];
    for (int i = 1; i < values.length; i++) {
      sum = Calls.plus(sum, values[i]);
    }
    return sum;
  }
}
