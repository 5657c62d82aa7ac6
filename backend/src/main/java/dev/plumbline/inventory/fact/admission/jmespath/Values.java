package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Null;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What expressions make of values: maps, lists, texts, truth values, null, and numbers, of which
 * {@link Integer} are those that Kyverno itself counts, which its expressions do not compare.
 */
public final class Values {

  private static final double EXACT = 9e15;

  private Values() {}

  /** Whether a value counts as true. */
  static boolean truth(@Nullable Object value) {
    return switch (plain(value)) {
      case null -> false;
      case Boolean truth -> truth;
      case String text -> !text.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  static @Nullable Object plain(@Nullable Object value) {
    return value == Null.NULL ? null : value;
  }

  /** Whole numbers as {@link Long}. */
  static Number number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return (long) value;
    }
    return value;
  }

  /** Whether two values are the same. */
  public static boolean same(@Nullable Object one, @Nullable Object other, Meter meter) {
    meter.down();
    boolean same = same(plain(one), meter, plain(other));
    meter.up();
    return same;
  }

  private static boolean same(@Nullable Object left, Meter meter, @Nullable Object right) {
    return switch (left) {
      case null -> right == null;
      case Integer _ -> throw new NotUnderstood("compares what Kyverno counts");
      case Number number ->
          right instanceof Number second && number.doubleValue() == second.doubleValue();
      case List<?> list -> right instanceof List<?> second && same(list, second, meter);
      case Map<?, ?> map -> right instanceof Map<?, ?> second && same(map, second, meter);
      default -> left.equals(right);
    };
  }

  private static boolean same(List<?> one, List<?> other, Meter meter) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i), meter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(Map<?, ?> one, Map<?, ?> other, Meter meter) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(entry ->
                other.containsKey(entry.getKey())
                    && same(entry.getValue(), other.get(entry.getKey()), meter));
  }

  /** A value as it stands within a text. */
  public static String written(@Nullable Object value, Meter meter) {
    if (value instanceof String text) {
      return text;
    }
    var text = new StringBuilder();
    Json.write(value, text, meter);
    return meter.text(text.toString());
  }

  /** A value as Go prints it. */
  public static String printed(@Nullable Object value, Meter meter) {
    var text = new StringBuilder();
    print(value, text, meter);
    return meter.text(text.toString());
  }

  private static void print(@Nullable Object value, StringBuilder to, Meter meter) {
    meter.down();
    switch (plain(value)) {
      case null -> to.append("<nil>");
      case String text -> to.append(meter.text(text));
      case Number number -> to.append(digits(number));
      case List<?> list -> print(list, to, meter);
      case Map<?, ?> map -> print(map, to, meter);
      case Object other -> to.append(other);
    }
    meter.up();
  }

  private static void print(List<?> list, StringBuilder to, Meter meter) {
    to.append('[');
    for (int i = 0; i < list.size(); i++) {
      print(list.get(i), to.append(i == 0 ? "" : " "), meter);
    }
    to.append(']');
  }

  private static void print(Map<?, ?> map, StringBuilder to, Meter meter) {
    to.append("map[");
    sorted(map)
        .forEach((key, inner) -> {
          to.append(to.charAt(to.length() - 1) == '[' ? "" : " ");
          print(inner, to.append(key).append(':'), meter);
        });
    to.append(']');
  }

  static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
    var sorted = new TreeMap<String, @Nullable Object>();
    map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
    return sorted;
  }

  static String digits(Number number) {
    double value = number.doubleValue();
    if (number instanceof Long || number instanceof Integer) {
      if (Math.abs(value) < EXACT) {
        return number.toString();
      }
    } else if (Math.abs(value) >= 1e-4 && Math.abs(value) < EXACT) {
      return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
    throw new NotUnderstood("writes a very large or small number");
  }
}
