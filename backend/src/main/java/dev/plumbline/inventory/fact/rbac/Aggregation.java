package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Selectors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the aggregation controller fills into ClusterRoles, by the labels of the others. */
final class Aggregation {

  private record Label(String key, Object value) {}

  private final List<KubeObject> roles;
  private final Map<Label, List<Integer>> byLabel = new HashMap<>();

  Aggregation(Collection<KubeObject> clusterRoles) {
    roles = List.copyOf(clusterRoles);
    for (int i = 0; i < roles.size(); i++) {
      int number = i;
      roles.get(i).labels().forEach((key, value) -> add(new Label(key, value), number));
    }
  }

  private void add(Label label, int number) {
    byLabel.computeIfAbsent(label, it -> new ArrayList<>()).add(number);
  }

  /** The other roles that one is made of, in order. */
  List<KubeObject> parts(KubeObject whole) {
    var numbers = new TreeSet<Integer>();
    var rule = Documents.map(whole.document(), "aggregationRule");
    for (Map<String, Object> selector : Documents.maps(rule, "clusterRoleSelectors")) {
      candidates(selector).stream()
          .filter(it -> Selectors.matches(selector, roles.get(it).labels()))
          .forEach(numbers::add);
    }
    return numbers.stream().map(roles::get).filter(other -> other != whole).toList();
  }

  private List<Integer> candidates(Map<String, Object> selector) {
    return Documents.map(selector, "matchLabels").entrySet().stream()
        .map(wanted -> new Label(wanted.getKey(), wanted.getValue()))
        .map(label -> byLabel.getOrDefault(label, List.of()))
        .min(Comparator.comparingInt(List::size))
        .orElseGet(this::all);
  }

  private List<Integer> all() {
    var all = new ArrayList<Integer>();
    for (int i = 0; i < roles.size(); i++) {
      all.add(i);
    }
    return all;
  }
}
