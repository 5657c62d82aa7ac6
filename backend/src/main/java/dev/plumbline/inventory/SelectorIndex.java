package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Things of a namespace by the labels they select, so that asking what selects an object does not
 * ask every selector.
 */
public final class SelectorIndex<T> {

  private record Spot(String namespace, String label, Object value) {}

  private record Entry<T>(Map<String, Object> selector, T item) {}

  private final Map<Spot, List<Entry<T>>> byLabel = new HashMap<>();
  private final Map<String, List<Entry<T>>> others = new HashMap<>();

  /** Adds what selects by a label selector; an empty one selects everything. */
  public void add(String namespace, Map<String, Object> selector, T item) {
    var entry = new Entry<>(selector, item);
    Documents.map(selector, "matchLabels").entrySet().stream()
        .findFirst()
        .map(label -> new Spot(namespace, label.getKey(), label.getValue()))
        .ifPresentOrElse(
            spot -> byLabel.computeIfAbsent(spot, s -> new ArrayList<>()).add(entry),
            () -> others.computeIfAbsent(namespace, n -> new ArrayList<>()).add(entry));
  }

  /** Everything in a namespace that selects an object with these labels. */
  public List<T> selecting(String namespace, Map<String, Object> labels) {
    Stream<Entry<T>> narrow =
        labels.entrySet().stream()
            .map(label -> new Spot(namespace, label.getKey(), label.getValue()))
            .flatMap(spot -> byLabel.getOrDefault(spot, List.of()).stream());
    return Stream.concat(others.getOrDefault(namespace, List.of()).stream(), narrow)
        .filter(entry -> Selectors.matches(entry.selector(), labels))
        .map(Entry::item)
        .toList();
  }
}
