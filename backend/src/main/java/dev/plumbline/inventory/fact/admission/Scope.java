package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;
import java.util.List;
import java.util.Map;

/**
 * The namespaces that a policy holds for.
 *
 * @param names patterns with {@code *} and {@code ?}; empty for all
 * @param excluded the same of those left out
 * @param selectors label selectors that a namespace must meet, all of them
 */
record Scope(List<String> names, List<String> excluded, List<Map<String, Object>> selectors) {

  static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

  static Scope of(String namespace) {
    return new Scope(List.of(namespace), List.of(), List.of());
  }

  static Scope selected(Map<String, Object> parent) {
    return new Scope(List.of(), List.of(), List.of(Documents.map(parent, "namespaceSelector")));
  }

  boolean covers(String namespace, Map<String, Object> labels) {
    return (names.isEmpty() || names.stream().anyMatch(name -> Wildcards.meets(name, namespace)))
        && excluded.stream().noneMatch(name -> Wildcards.meets(name, namespace))
        && selectors.stream().allMatch(selector -> Selectors.matches(selector, labels));
  }
}
