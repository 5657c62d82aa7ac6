package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of lists. */
final class ListFunctions {

  private ListFunctions() {}

  static void add() {
    Functions.add("length", 1, (given, _) -> length(given));
    Functions.add("contains", 2, ListFunctions::contains);
    Functions.add("reverse", 1, (given, _) -> reverse(given));
    Functions.add("sort", 1, (given, walk) -> sorted(given, walk));
    Functions.add("max", 1, (given, walk) -> last(sorted(given, walk)));
    Functions.add("min", 1, (given, walk) -> first(sorted(given, walk)));
    Functions.add("map", 2, ListFunctions::map);
    Functions.add("sort_by", 2, (given, walk) -> sortedBy(given, walk, false));
    Functions.add("max_by", 2, (given, walk) -> first(sortedBy(given, walk, true)));
    Functions.add("min_by", 2, (given, walk) -> first(sortedBy(given, walk, false)));
    Functions.add(
        "to_array",
        1,
        (given, _) ->
            given.any(0) instanceof List<?> list ? list : Collections.singletonList(given.any(0)));
    Functions.addOpen("not_null", ListFunctions::firstNotNull);
  }

  private static Object length(Arguments given) {
    return switch (given.any(0)) {
      case String text -> (long) text.codePointCount(0, text.length());
      case List<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case null, default -> throw given.wrong(0, "a text, a list or a map");
    };
  }

  private static Object contains(Arguments given, Walk walk) {
    Object wanted = given.any(1);
    if (given.any(0) instanceof String text) {
      walk.meter().charge(text.length() / 16);
      return wanted instanceof String part && text.contains(part);
    }
    if (wanted instanceof Map<?, ?> || wanted instanceof List<?>) {
      throw new NotUnderstood("looks for a map or list in a list");
    }
    return given.list(0).stream().anyMatch(one -> Values.same(one, wanted, walk.meter()));
  }

  private static Object reverse(Arguments given) {
    if (given.any(0) instanceof String text) {
      return new StringBuilder(text).reverse().toString();
    }
    return given.list(0).reversed();
  }

  private static Object map(Arguments given, Walk walk) {
    List<@Nullable Object> made = new ArrayList<>();
    for (Object one : given.list(1)) {
      made.add(walk.lenient(given.reference(0), one));
    }
    return made;
  }

  private static @Nullable Object firstNotNull(Arguments given, Walk walk) {
    for (int i = 0; i < given.all().size(); i++) {
      if (given.any(i) != null) {
        return given.any(i);
      }
    }
    return null;
  }

  private static List<?> sorted(Arguments given, Walk walk) {
    List<?> list = given.list(0);
    walk.meter().charge(list.size() * 4L);
    return sorted(list, list, given, false);
  }

  /** Of several that are the same the first stays first, falling too. */
  private static List<?> sortedBy(Arguments given, Walk walk, boolean falling) {
    List<?> list = given.list(0);
    List<@Nullable Object> keys = new ArrayList<>();
    for (Object one : list) {
      keys.add(list.size() < 2 ? "" : walk.lenient(given.reference(1), one));
    }
    return sorted(list, keys, given, falling);
  }

  private record Keyed(@Nullable Object value, Object key) {}

  private static List<@Nullable Object> sorted(
      List<?> list, List<? extends @Nullable Object> keys, Arguments given, boolean falling) {
    boolean texts = keys.stream().allMatch(String.class::isInstance);
    if (!texts && !keys.stream().allMatch(Functions::number)) {
      throw given.wrong(0, "a list of texts or of numbers");
    }
    List<Keyed> keyed = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object key = keys.get(i);
      keyed.add(new Keyed(list.get(i), key == null ? "" : key));
    }
    Comparator<Keyed> order =
        texts
            ? Comparator.comparing(one -> (String) one.key())
            : Comparator.comparingDouble(one -> ((Number) one.key()).doubleValue());
    keyed.sort(falling ? order.reversed() : order);
    List<@Nullable Object> sorted = new ArrayList<>();
    keyed.forEach(one -> sorted.add(one.value()));
    return sorted;
  }

  private static @Nullable Object first(List<?> list) {
    return list.isEmpty() ? null : list.getFirst();
  }

  private static @Nullable Object last(List<?> list) {
    return list.isEmpty() ? null : list.getLast();
  }
}
