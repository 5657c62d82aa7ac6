package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.Comparator;
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

  private record Entry<T>(int number, Map<String, Object> selector, T item) {}

  private final Map<Spot, List<Entry<T>>> byLabel = new HashMap<>();
  private final Map<String, List<Entry<T>>> others = new HashMap<>();
  private int size;

  /**
   * Adds what selects by a label selector; an empty one selects everything. It is kept by that of
   * its labels by which the fewest are.
   */
  public void add(String namespace, Map<String, Object> selector, T item) {
    var entry = new Entry<>(size++, selector, item);
    Documents.map(selector, "matchLabels").entrySet().stream()
        .map(label -> new Spot(namespace, label.getKey(), label.getValue()))
        .min(Comparator.comparingInt(spot -> at(spot).size()))
        .ifPresentOrElse(
            spot -> byLabel.computeIfAbsent(spot, s -> new ArrayList<>()).add(entry),
            () -> others.computeIfAbsent(namespace, n -> new ArrayList<>()).add(entry));
  }

  private List<Entry<T>> at(Spot spot) {
    return byLabel.getOrDefault(spot, List.of());
  }

  /** Everything in a namespace that selects an object with these labels, as it was added. */
  public List<T> selecting(String namespace, Map<String, Object> labels) {
    Stream<Entry<T>> narrow =
        labels.entrySet().stream()
            .map(label -> new Spot(namespace, label.getKey(), label.getValue()))
            .flatMap(spot -> at(spot).stream());
    return Stream.concat(others.getOrDefault(namespace, List.of()).stream(), narrow)
        .filter(entry -> Selectors.matches(entry.selector(), labels))
        .sorted(Comparator.comparingInt(Entry::number))
        .map(Entry::item)
        .toList();
  }
}
