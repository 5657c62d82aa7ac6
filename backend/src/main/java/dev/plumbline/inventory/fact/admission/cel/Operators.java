package dev.plumbline.inventory.fact.admission.cel;

import dev.plumbline.inventory.fact.admission.cel.Functions.Function;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** What stands between two values or before one. */
final class Operators {

  static final Map<String, Function> ALL = new HashMap<>();

  static {
    ALL.put("_==_", (given, meter) -> same(given.get(0), given.get(1), meter));
    ALL.put("_!=_", (given, meter) -> !same(given.get(0), given.get(1), meter));
    ordered("_<_", sign -> sign < 0);
    ordered("_<=_", sign -> sign <= 0);
    ordered("_>_", sign -> sign > 0);
    ordered("_>=_", sign -> sign >= 0);
    ALL.put("!_", (given, _) -> not(given));
    ALL.put("_[_]", (given, _) -> Members.get(given.get(0), given.get(1)));
    ALL.put("_?._", (given, _) -> Members.perhaps(given.get(0), given.get(1)));
    ALL.put("_[?_]", (given, _) -> Members.perhaps(given.get(0), given.get(1)));
    ALL.put("@in", (given, meter) -> in(given, meter));
    ALL.put("_+_", Operators::plus);
    for (String name : List.of("_-_", "_*_", "_/_", "_%_")) {
      ALL.put(name, (given, _) -> arithmetic(name, given));
    }
    ALL.put("-_", (given, _) -> negative(given));
  }

  private Operators() {}

  private static void ordered(String name, IntPredicate wanted) {
    ALL.put(
        name,
        (given, meter) -> {
          meter.step();
          boolean nan = given.contains(Double.NaN);
          return wanted.test(compare(name, given)) && !nan;
        });
  }

  static int compare(String name, List<Object> given) {
    Object one = given.get(0);
    Object other = given.get(1);
    if (number(one) && number(other)) {
      return numbers((Number) one, (Number) other);
    }
    if (one instanceof String text && other instanceof String second) {
      return text.compareTo(second);
    }
    if (one instanceof Boolean truth && other instanceof Boolean second) {
      return truth.compareTo(second);
    }
    throw Failed.noOverload(name, given);
  }

  private static boolean number(Object value) {
    return value instanceof Long || value instanceof Double;
  }

  private static int numbers(Number one, Number other) {
    if (one instanceof Long || other instanceof Long) {
      double real = one instanceof Double left ? left : other.doubleValue();
      if (!(one instanceof Long && other instanceof Long) && !Double.isFinite(real)) {
        return Double.compare(one.doubleValue(), other.doubleValue());
      }
      return decimal(one).compareTo(decimal(other));
    }
    return one.doubleValue() == other.doubleValue()
        ? 0
        : Double.compare(one.doubleValue(), other.doubleValue());
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof Long whole
        ? BigDecimal.valueOf(whole)
        : new BigDecimal(number.doubleValue());
  }

  /** Values of different types are different, but for numbers. */
  static boolean same(Object one, Object other, Meter meter) {
    meter.step();
    if (one instanceof BigDecimal quantity && other instanceof BigDecimal second) {
      return quantity.compareTo(second) == 0;
    }
    if (number(one) && number(other)) {
      boolean nan = one.equals(Double.NaN) || other.equals(Double.NaN);
      return !nan && numbers((Number) one, (Number) other) == 0;
    }
    if (one instanceof List<?> list && other instanceof List<?> second) {
      return lists(list, second, meter);
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> second) {
      return maps(map, second, meter);
    }
    return one.equals(other);
  }

  private static boolean lists(List<?> one, List<?> other, Meter meter) {
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

  private static boolean maps(Map<?, ?> one, Map<?, ?> other, Meter meter) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(entry -> {
              Object second = other.get(entry.getKey());
              return second != null && same(entry.getValue(), second, meter);
            });
  }

  private static Object not(List<Object> given) {
    if (given.get(0) instanceof Boolean truth) {
      return !truth;
    }
    throw Failed.noOverload("!_", given);
  }

  private static Object in(List<Object> given, Meter meter) {
    Object wanted = given.get(0);
    return switch (given.get(1)) {
      case List<?> list -> contains(list, wanted, meter);
      case Map<?, ?> map -> Members.containsKey(map, wanted);
      default -> throw Failed.noOverload("@in", given);
    };
  }

  static boolean contains(List<?> list, Object wanted, Meter meter) {
    return list.stream().anyMatch(element -> same(element, wanted, meter));
  }

  private static Object plus(List<Object> given, Meter meter) {
    if (given.get(0) instanceof String one && given.get(1) instanceof String other) {
      meter.charge((one.length() + other.length()) / 16);
      return meter.text(one + other);
    }
    if (given.get(0) instanceof List<?> one && given.get(1) instanceof List<?> other) {
      meter.charge(one.size() + other.size());
      List<Object> both = new ArrayList<>(one);
      both.addAll(other);
      return both;
    }
    return arithmetic("_+_", given);
  }

  private static Object arithmetic(String name, List<Object> given) {
    try {
      if (given.get(0) instanceof Long one && given.get(1) instanceof Long other) {
        return whole(name, one, other);
      }
    } catch (ArithmeticException e) {
      throw new Failed("overflow or division by zero");
    }
    if (given.get(0) instanceof Double one && given.get(1) instanceof Double other) {
      return real(name, one, other);
    }
    throw Failed.noOverload(name, given);
  }

  private static long whole(String name, long one, long other) {
    return switch (name) {
      case "_+_" -> Math.addExact(one, other);
      case "_-_" -> Math.subtractExact(one, other);
      case "_*_" -> Math.multiplyExact(one, other);
      case "_/_" -> Math.divideExact(one, other);
      default -> one % other;
    };
  }

  private static double real(String name, double one, double other) {
    return switch (name) {
      case "_+_" -> one + other;
      case "_-_" -> one - other;
      case "_*_" -> one * other;
      case "_/_" -> one / other;
      default -> throw Failed.noOverload(name, List.of(one, other));
    };
  }

  private static Object negative(List<Object> given) {
    return switch (given.get(0)) {
      case Long number when number != Long.MIN_VALUE -> -number;
      case Double number -> -number;
      default -> throw Failed.noOverload("-_", given);
    };
  }
}
