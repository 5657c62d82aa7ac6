package dev.plumbline.check.cel;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of texts and numbers that no shipped check uses. */
final class More {

  private More() {}

  static @Nullable Node function(String name, List<Node> all) {
    return switch (name + "/" + all.size()) {
      case "_-_/2" -> whole(all, Math::subtractExact);
      case "_*_/2" -> whole(all, Math::multiplyExact);
      case "_/_/2" -> whole(all, Math::divideExact);
      case "_%_/2" -> whole(all, (a, b) -> a % b);
      case "-_/1" -> Calls.one(all.get(0), value -> Math.negateExact(number(value)));
      case "int/1" -> Calls.one(all.get(0), More::parsed);
      case "trim/1" -> Calls.one(all.get(0), value -> Calls.text(value).strip());
      case "upperAscii/1" ->
          Calls.one(all.get(0), value -> Calls.text(value).toUpperCase(Locale.ROOT));
      case "split/2" -> Calls.two(all.get(0), all.get(1), More::split);
      case "indexOf/2" ->
          Calls.two(all.get(0), all.get(1), (a, b) -> (long) Calls.text(a).indexOf(Calls.text(b)));
      default -> null;
    };
  }

  /** What two numbers give. */
  private interface Whole {
    long of(long one, long other);
  }

  private static Node whole(List<Node> all, Whole function) {
    return Calls.two(
        all.get(0),
        all.get(1),
        (one, other) -> {
          try {
            return function.of(number(one), number(other));
          } catch (ArithmeticException e) {
            throw Retreat.NOW;
          }
        });
  }

  private static long number(Object value) {
    if (value instanceof Long whole) {
      return whole;
    }
    throw Retreat.NOW;
  }

  private static Object parsed(Object value) {
    try {
      return value instanceof String text ? (Object) Long.valueOf(text) : (Object) number(value);
    } catch (NumberFormatException e) {
      throw Retreat.NOW;
    }
  }

  private static Object split(Object text, Object separator) {
    String by = Calls.text(separator);
    if (by.isEmpty()) {
      throw Retreat.NOW;
    }
    return List.of(Calls.text(text).split(java.util.regex.Pattern.quote(by), -1));
  }
}
