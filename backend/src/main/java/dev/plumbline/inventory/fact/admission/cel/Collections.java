package dev.plumbline.inventory.fact.admission.cel;

import dev.plumbline.inventory.fact.admission.cel.Functions.Function;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Functions of lists and maps, those of the sets library among them. */
final class Collections {

  static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("size", (given, _) -> size(given)),
          Map.entry("sets.contains", (given, meter) -> all(given, 1, 0, meter)),
          Map.entry(
              "sets.equivalent",
              (given, meter) -> all(given, 1, 0, meter) && all(given, 0, 1, meter)),
          Map.entry("sets.intersects", Collections::intersects),
          Map.entry("indexOf", (given, meter) -> index(given, false, meter)),
          Map.entry("lastIndexOf", (given, meter) -> index(given, true, meter)),
          Map.entry("isSorted", (given, meter) -> sorted(list(given, 0), meter)),
          Map.entry("min", (given, meter) -> extreme(list(given, 0), -1, meter)),
          Map.entry("max", (given, meter) -> extreme(list(given, 0), 1, meter)),
          Map.entry("sum", (given, meter) -> sum(list(given, 0), meter)));

  private Collections() {}

  private static List<?> list(List<Object> given, int index) {
    if (given.get(index) instanceof List<?> list) {
      return list;
    }
    throw Failed.noOverload("list", given);
  }

  private static Object size(List<Object> given) {
    return switch (given.get(0)) {
      case String text -> (long) text.codePointCount(0, text.length());
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      default -> throw Failed.noOverload("size", given);
    };
  }

  private static boolean all(List<Object> given, int these, int in, Meter meter) {
    List<?> other = list(given, in);
    return list(given, these).stream().allMatch(one -> Operators.contains(other, one, meter));
  }

  private static Object intersects(List<Object> given, Meter meter) {
    List<?> other = list(given, 1);
    return list(given, 0).stream().anyMatch(one -> Operators.contains(other, one, meter));
  }

  private static Object index(List<Object> given, boolean last, Meter meter) {
    if (given.get(0) instanceof String) {
      String text = Texts.text(given, 0);
      String part = Texts.text(given, 1);
      if (last) {
        return given.size() > 2
            ? (long) text.lastIndexOf(part, (int) Texts.number(given, 2))
            : (long) text.lastIndexOf(part);
      }
      return Texts.indexOf(text, part, given.size() > 2 ? Texts.number(given, 2) : 0);
    }
    List<?> list = list(given, 0);
    long found = -1;
    for (int i = 0; i < list.size() && (last || found < 0); i++) {
      found = Operators.same(list.get(i), given.get(1), meter) ? i : found;
    }
    return found;
  }

  private static Object sorted(List<?> list, Meter meter) {
    for (int i = 1; i < list.size(); i++) {
      meter.step();
      if (Operators.compare("isSorted", List.of(list.get(i - 1), list.get(i))) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Object extreme(List<?> list, int sign, Meter meter) {
    if (list.isEmpty()) {
      throw new Failed("an empty list has no extreme");
    }
    Object extreme = list.get(0);
    for (Object one : list) {
      meter.step();
      if (Operators.compare("min", List.of(one, extreme)) * sign > 0) {
        extreme = one;
      }
    }
    return extreme;
  }

  private static Object sum(List<?> list, Meter meter) {
    BigInteger sum = BigInteger.ZERO;
    for (Object one : list) {
      meter.step();
      if (!(one instanceof Long number)) {
        throw new NotUnderstood("uses sum() of other than integers");
      }
      sum = sum.add(BigInteger.valueOf(number));
    }
    if (sum.bitLength() > 63) {
      throw new Failed("overflow");
    }
    return sum.longValue();
  }
}
