package dev.plumbline.compliance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which items the numbers of a tool's editions are, by the table {@code benchmarks.yaml}: the same
 * number asks other things in other editions.
 */
final class NodeEditions {

  private final Map<String, Numbers> editions = new LinkedHashMap<>();

  private NodeEditions() {}

  static NodeEditions read(Entry file, Map<String, Framework> frameworks) {
    var read = new NodeEditions();
    file.named("kube_bench")
        .forEach((edition, at) -> read.editions.put(edition, numbers(at, frameworks)));
    return read;
  }

  private static Numbers numbers(Entry at, Map<String, Framework> frameworks) {
    Framework framework = frameworks.get(at.text("items_of"));
    if (framework == null) {
      throw at.wrong("items_of", "names no framework");
    }
    List<String> other = at.texts("other");
    at.close();
    var items = new LinkedHashMap<String, String>();
    framework.controls().stream()
        .filter(control -> control.kind() == ControlKind.NODE_ONLY)
        .filter(control -> !other.contains(control.id()))
        .forEach(control -> items.put(control.id(), control.benchmark().getFirst()));
    return new Numbers(framework.id(), items);
  }

  /** The item's name, such as {@code cis-eks-1.8.0/3.1.1}; empty where nobody compared them. */
  Optional<String> item(String edition, String number) {
    Numbers numbers = editions.get(edition);
    return numbers == null ? Optional.empty() : Optional.ofNullable(numbers.items().get(number));
  }

  boolean known(String edition) {
    return editions.containsKey(edition);
  }

  /** The edition to ask the tool for to get the items of a framework. */
  Optional<String> of(Framework framework) {
    return editions.entrySet().stream()
        .filter(each -> each.getValue().framework().equals(framework.id()))
        .map(Map.Entry::getKey)
        .reduce((older, newer) -> newer);
  }

  /**
   * The known edition of the same line to ask for, such as {@code eks-1.8.0} for {@code eks-2.0}.
   */
  Optional<String> nearest(String edition) {
    String line = edition.substring(0, edition.indexOf('-') + 1);
    return editions.keySet().stream()
        .filter(known -> !line.isEmpty() && known.startsWith(line))
        .reduce((older, newer) -> newer);
  }

  private record Numbers(String framework, Map<String, String> items) {}
}
