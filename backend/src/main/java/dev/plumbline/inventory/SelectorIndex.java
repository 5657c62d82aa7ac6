package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Things of a namespace by the labels they select, so that asking what selects an object does not
 * ask every selector.
 */
public final class SelectorIndex<T> {

  private record Entry<T>(int number, Map<String, Object> selector, T item) {}

  /** Of one namespace: by label and value, and those without any. */
  private record Shelf<T>(Map<String, Map<Object, List<Entry<T>>>> byLabel, List<Entry<T>> others) {

    List<Entry<T>> at(String label, Object value) {
      return byLabel.getOrDefault(label, Map.of()).getOrDefault(value, List.of());
    }

    List<Entry<T>> room(String label, Object value) {
      return byLabel
          .computeIfAbsent(label, l -> new HashMap<>())
          .computeIfAbsent(value, v -> new ArrayList<>());
    }
  }

  private final Map<String, Shelf<T>> shelves = new HashMap<>();
  private int size;

  /**
   * Adds what selects by a label selector; an empty one selects everything. It is kept by that of
   * its labels by which the fewest are.
   */
  public void add(String namespace, Map<String, Object> selector, T item) {
    Shelf<T> shelf =
        shelves.computeIfAbsent(namespace, n -> new Shelf<>(new HashMap<>(), new ArrayList<>()));
    Documents.map(selector, "matchLabels").entrySet().stream()
        .min(Comparator.comparingInt(label -> shelf.at(label.getKey(), label.getValue()).size()))
        .map(label -> shelf.room(label.getKey(), label.getValue()))
        .orElse(shelf.others())
        .add(new Entry<>(size++, selector, item));
  }

  /** Everything in a namespace that selects an object with these labels, as it was added. */
  public List<T> selecting(String namespace, Map<String, Object> labels) {
    var found = new ArrayList<Entry<T>>();
    each(namespace, labels, entry -> !found.add(entry));
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(Comparator.comparingInt(Entry::number));
    return found.stream().map(Entry::item).toList();
  }

  /** Whether anything in a namespace selects at all. */
  public boolean any(String namespace) {
    return shelves.containsKey(namespace);
  }

  /** Whether anything in a namespace selects an object with these labels. */
  public boolean anySelecting(String namespace, Map<String, Object> labels) {
    return each(namespace, labels, entry -> true);
  }

  /** Shows those that select, until it is told to stop; tells whether it was. */
  private boolean each(String namespace, Map<String, Object> labels, Predicate<Entry<T>> stop) {
    Shelf<T> shelf = shelves.get(namespace);
    if (shelf == null) {
      return false;
    }
    if (each(shelf.others(), labels, stop)) {
      return true;
    }
    if (shelf.byLabel().size() < labels.size()) {
      return eachLabel(shelf, labels, stop);
    }
    for (var label : labels.entrySet()) {
      if (each(shelf.at(label.getKey(), label.getValue()), labels, stop)) {
        return true;
      }
    }
    return false;
  }

  /** By the few labels that anything selects by, where the object has more. */
  private boolean eachLabel(Shelf<T> shelf, Map<String, Object> labels, Predicate<Entry<T>> stop) {
    for (var label : shelf.byLabel().entrySet()) {
      Object value = labels.get(label.getKey());
      if (value != null && each(label.getValue().getOrDefault(value, List.of()), labels, stop)) {
        return true;
      }
    }
    return false;
  }

  private boolean each(
      List<Entry<T>> entries, Map<String, Object> labels, Predicate<Entry<T>> stop) {
    for (Entry<T> entry : entries) {
      if (Selectors.matches(entry.selector(), labels) && stop.test(entry)) {
        return true;
      }
    }
    return false;
  }
}
