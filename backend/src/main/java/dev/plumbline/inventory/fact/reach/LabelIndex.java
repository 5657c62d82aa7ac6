package dev.plumbline.inventory.fact.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things by the labels they have, to find those that match without looking at all. */
final class LabelIndex<T> {

  private final List<T> all;
  private final Map<String, Map<String, List<T>>> byLabel = new HashMap<>();

  LabelIndex(List<T> all, Function<T, Map<String, String>> labels) {
    this.all = all;
    for (T one : all) {
      labels.apply(one).forEach((key, value) -> add(key, value, one));
    }
  }

  private void add(String key, String value, T one) {
    byLabel
        .computeIfAbsent(key, it -> new HashMap<>())
        .computeIfAbsent(value, it -> new ArrayList<>(1))
        .add(one);
  }

  /** The fewest among whom are all that match, each once. */
  List<T> among(Labels wanted) {
    return wanted.anchors().stream()
        .min(Comparator.comparingInt(this::size))
        .filter(it -> size(it) < all.size())
        .map(this::having)
        .orElse(all);
  }

  private int size(Labels.In label) {
    var values = byLabel.getOrDefault(label.key(), Map.of());
    int size = 0;
    for (String value : label.values()) {
      size += values.getOrDefault(value, List.of()).size();
    }
    return size;
  }

  private List<T> having(Labels.In label) {
    var values = byLabel.getOrDefault(label.key(), Map.of());
    return label.values().size() == 1
        ? values.getOrDefault(label.values().iterator().next(), List.of())
        : label.values().stream()
            .flatMap(it -> values.getOrDefault(it, List.<T>of()).stream())
            .toList();
  }
}
