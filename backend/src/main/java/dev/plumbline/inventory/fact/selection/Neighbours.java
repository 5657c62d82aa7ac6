package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The workloads of one namespace, by the labels of their pods and by their ServiceAccounts. */
final class Neighbours {

  private static final Kind POD = Kind.core("Pod");
  private static final String DEFAULT = "default";

  private final List<Workload> workloads;
  private final List<List<Map<String, Object>>> labels;
  private final List<Integer> all;
  private final Map<String, Map<Object, List<Integer>>> byLabel = new ConcurrentHashMap<>();
  private final Map<Map<String, Object>, List<Workload>> bySelector = new ConcurrentHashMap<>();
  private final Map<String, List<Workload>> byAccount = new HashMap<>();

  /**
   * Finds the labels of all pods.
   *
   * @param workloads all of the namespace, in order
   */
  Neighbours(Snapshot snapshot, List<Workload> workloads) {
    this.workloads = Collections.unmodifiableList(workloads);
    this.labels = new ArrayList<>(workloads.size());
    this.all = IntStream.range(0, workloads.size()).boxed().toList();
    for (Workload workload : workloads) {
      labels.add(labels(snapshot, workload));
      byAccount.computeIfAbsent(account(workload), name -> new ArrayList<>(1)).add(workload);
    }
  }

  List<Workload> under(String account) {
    return Collections.unmodifiableList(byAccount.getOrDefault(account, List.of()));
  }

  /** The labels of each of its pods, or of its template. */
  List<Map<String, Object>> labels(Workload workload) {
    return labels.get(workload.place() - workloads.getFirst().place());
  }

  /** Those with a pod that a label selector selects; equal selectors share one answer. */
  List<Workload> selected(Map<String, Object> selector) {
    return selector.isEmpty() ? workloads : bySelector.computeIfAbsent(selector, this::find);
  }

  private List<Workload> find(Map<String, Object> selector) {
    var found = new ArrayList<Workload>();
    for (int place : among(selector)) {
      if (selects(selector, labels.get(place))) {
        found.add(workloads.get(place));
      }
    }
    return List.copyOf(found);
  }

  private static boolean selects(Map<String, Object> selector, List<Map<String, Object>> pods) {
    for (Map<String, Object> pod : pods) {
      if (Selectors.matches(selector, pod)) {
        return true;
      }
    }
    return false;
  }

  /** Places among which are all that a selector selects, in order. */
  private Collection<Integer> among(Map<String, Object> selector) {
    Collection<Integer> fewest = all;
    for (var label : Documents.map(selector, "matchLabels").entrySet()) {
      fewest = fewer(fewest, having(label.getKey(), label.getValue()));
    }
    for (Map<String, Object> expression : Documents.maps(selector, "matchExpressions")) {
      if (Documents.text(expression, "operator").equals("In")) {
        fewest = fewer(fewest, havingOne(expression));
      }
    }
    return fewest;
  }

  private static Collection<Integer> fewer(Collection<Integer> one, Collection<Integer> other) {
    return other.size() < one.size() ? other : one;
  }

  private Collection<Integer> havingOne(Map<String, Object> expression) {
    var found = new TreeSet<Integer>();
    for (String value : Documents.texts(expression, "values")) {
      found.addAll(having(Documents.text(expression, "key"), value));
    }
    return found;
  }

  private List<Integer> having(String label, Object value) {
    return byValue(label).getOrDefault(value, List.of());
  }

  private Map<Object, List<Integer>> byValue(String label) {
    Map<Object, List<Integer>> known = byLabel.get(label);
    return known == null ? byLabel.computeIfAbsent(label, this::indexed) : known;
  }

  private Map<Object, List<Integer>> indexed(String label) {
    var having = new HashMap<Object, List<Integer>>();
    for (int place = 0; place < labels.size(); place++) {
      for (Map<String, Object> pod : labels.get(place)) {
        Object value = pod.get(label);
        if (value != null) {
          add(place, having.computeIfAbsent(value, v -> new ArrayList<>()));
        }
      }
    }
    return having;
  }

  private static void add(int place, List<Integer> places) {
    if (places.isEmpty() || places.getLast() != place) {
      places.add(place);
    }
  }

  private static List<Map<String, Object>> labels(Snapshot snapshot, Workload workload) {
    if (workload.groups().size() == 1 && workload.groups().getFirst().pods().size() < 2) {
      return List.of(workload.groups().getFirst().labels());
    }
    var all = new ArrayList<Map<String, Object>>();
    for (PodGroup group : workload.groups()) {
      Map<String, Object> shown = group.labels();
      if (group.pods().size() < 2) {
        all.add(shown);
        continue;
      }
      for (String pod : group.pods()) {
        var key = new ObjectKey(POD, workload.key().namespace(), pod);
        all.add(snapshot.find(key).map(KubeObject::labels).orElse(shown));
      }
    }
    return all;
  }

  /** The one that its first pods run under. */
  private static String account(Workload workload) {
    if (workload.groups().isEmpty()) {
      return DEFAULT;
    }
    PodGroup first = workload.groups().getFirst();
    String name = first.account();
    String older = name.isEmpty() ? Documents.text(first.spec(), "serviceAccount") : name;
    return older.isEmpty() ? DEFAULT : older;
  }
}
