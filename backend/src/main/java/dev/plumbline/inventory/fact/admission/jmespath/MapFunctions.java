package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of maps. */
final class MapFunctions {

  private MapFunctions() {}

  static void add() {
    Functions.add("keys", 1, (given, _) -> new ArrayList<Object>(given.map(0).keySet()));
    Functions.add(
        "values", 1, (given, _) -> new ArrayList<@Nullable Object>(given.map(0).values()));
    Functions.addOpen("merge", MapFunctions::merge);
    Functions.add("label_match", 2, MapFunctions::within);
    Functions.add("lookup", 2, (given, _) -> lookup(given));
    Functions.add("items", 3, (given, _) -> items(given));
    Functions.add("object_from_lists", 2, (given, _) -> fromLists(given));
  }

  /** Kyverno comes to a sudden end where it is given no map. */
  private static Object merge(Arguments given, Walk walk) {
    Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
    for (int i = 0; i < given.all().size(); i++) {
      if (!(given.any(i) instanceof Map<?, ?>)) {
        throw new NotUnderstood("merges what is no map");
      }
      walk.meter().charge(given.map(i).size());
      merged.putAll(given.map(i));
    }
    return merged;
  }

  /** Whether all of the first map is in the second. */
  private static Object within(Arguments given, Walk walk) {
    Map<?, ?> other = given.map(1);
    return given.map(0).entrySet().stream()
        .allMatch(entry ->
            other.containsKey(entry.getKey())
                && Values.same(entry.getValue(), other.get(entry.getKey()), walk.meter()));
  }

  private static @Nullable Object lookup(Arguments given) {
    if (given.any(0) instanceof Map<?, ?> map) {
      return map.get(given.text(1));
    }
    double at = given.number(1);
    if (at != Math.rint(at)) {
      throw given.wrong(1, "a whole number");
    }
    List<?> list = given.list(0);
    return at < 0 || at >= list.size() ? null : list.get((int) at);
  }

  private static Object items(Arguments given) {
    List<Object> items = new ArrayList<>();
    if (given.any(0) instanceof Map<?, ?> map) {
      Values.sorted(map).forEach((key, value) -> items.add(item(given, key, value)));
    } else {
      List<?> list = given.list(0);
      for (int i = 0; i < list.size(); i++) {
        items.add(item(given, (long) i, list.get(i)));
      }
    }
    return items;
  }

  private static Map<String, @Nullable Object> item(
      Arguments given, Object key, @Nullable Object value) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    item.put(given.text(1), key);
    item.put(given.text(2), value);
    return item;
  }

  private static Object fromLists(Arguments given) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    List<?> values = given.list(1);
    for (int i = 0; i < given.list(0).size(); i++) {
      String key = new Arguments("object_from_lists", List.copyOf(given.list(0))).plain(i);
      made.put(key, i < values.size() ? values.get(i) : null);
    }
    return made;
  }
}
