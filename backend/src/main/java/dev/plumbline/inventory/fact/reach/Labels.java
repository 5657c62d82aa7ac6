package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition on labels. */
sealed interface Labels {

  Labels ANY = new All(List.of());

  boolean match(Map<String, String> labels);

  /** The labels it looks at. */
  Set<String> keys();

  /** A label that whatever matches must have with one of a few values; empty when there is none. */
  default List<In> anchors() {
    return List.of();
  }

  /** Has the label with one of the values. */
  record In(String key, Set<String> values) implements Labels {

    public In {
      values = Set.copyOf(values);
    }

    @Override
    public boolean match(Map<String, String> labels) {
      String value = labels.get(key);
      return value != null && values.contains(value);
    }

    @Override
    public Set<String> keys() {
      return Set.of(key);
    }

    @Override
    public List<In> anchors() {
      return List.of(this);
    }
  }

  /** Has the label, whatever its value. */
  record Has(String key) implements Labels {

    @Override
    public boolean match(Map<String, String> labels) {
      return labels.containsKey(key);
    }

    @Override
    public Set<String> keys() {
      return Set.of(key);
    }
  }

  /** Has the label with a value that contains, begins or ends with a text. */
  record Like(String key, How how, String text) implements Labels {

    enum How {
      CONTAINS,
      STARTS,
      ENDS
    }

    @Override
    public boolean match(Map<String, String> labels) {
      String value = labels.get(key);
      return value != null
          && switch (how) {
            case CONTAINS -> value.contains(text);
            case STARTS -> value.startsWith(text);
            case ENDS -> value.endsWith(text);
          };
    }

    @Override
    public Set<String> keys() {
      return Set.of(key);
    }
  }

  /** Matches nothing; by it Calico means what is no pod. */
  record Nothing() implements Labels {

    @Override
    public boolean match(Map<String, String> labels) {
      return false;
    }

    @Override
    public Set<String> keys() {
      return Set.of();
    }
  }

  /** The opposite. */
  record Not(Labels inner) implements Labels {

    @Override
    public boolean match(Map<String, String> labels) {
      return !inner.match(labels);
    }

    @Override
    public Set<String> keys() {
      return inner.keys();
    }
  }

  /** All at once. */
  record All(List<Labels> inner) implements Labels {

    public All {
      inner = List.copyOf(inner);
    }

    @Override
    public boolean match(Map<String, String> labels) {
      for (Labels one : inner) {
        if (!one.match(labels)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Set<String> keys() {
      return keys(inner);
    }

    @Override
    public List<In> anchors() {
      return inner.size() == 1
          ? inner.getFirst().anchors()
          : inner.stream().flatMap(it -> it.anchors().stream()).toList();
    }

    static Set<String> keys(List<Labels> inner) {
      return inner.stream()
          .flatMap(it -> it.keys().stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** At least one. */
  record Some(List<Labels> inner) implements Labels {

    public Some {
      inner = List.copyOf(inner);
    }

    @Override
    public boolean match(Map<String, String> labels) {
      return inner.stream().anyMatch(it -> it.match(labels));
    }

    @Override
    public Set<String> keys() {
      return All.keys(inner);
    }
  }

  /** A selector as Kubernetes writes them. */
  static Labels of(Map<String, Object> selector) {
    return of(selector, UnaryOperator.identity());
  }

  /**
   * A selector as Kubernetes writes them.
   *
   * @param key the label that a key of the selector means
   */
  static Labels of(Map<String, Object> selector, UnaryOperator<String> key) {
    var needs = new ArrayList<Labels>();
    Documents.map(selector, "matchLabels")
        .forEach((name, value) -> needs.add(new In(key.apply(name), Set.of(value.toString()))));
    Documents.maps(selector, "matchExpressions").forEach(it -> needs.add(expression(it, key)));
    return new All(needs);
  }

  private static Labels expression(Map<String, Object> expression, UnaryOperator<String> keys) {
    String key = keys.apply(Documents.text(expression, "key"));
    var in = new In(key, Set.copyOf(Documents.texts(expression, "values")));
    return switch (Documents.text(expression, "operator")) {
      case "In" -> in;
      case "NotIn" -> new Not(in);
      case "Exists" -> new Has(key);
      case "DoesNotExist" -> new Not(new Has(key));
      default -> new Nothing();
    };
  }

  /** Labels as text. */
  static Map<String, String> texts(Map<String, Object> labels) {
    return labels.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().toString()));
  }

  /** All of both. */
  static Labels both(Labels one, Labels other) {
    return new All(Stream.of(one, other).toList());
  }
}
