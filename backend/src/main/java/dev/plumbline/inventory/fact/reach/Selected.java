package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The workloads behind selectors of one namespace. */
final class Selected {

  private final Endpoints endpoints;
  private final Map<Integer, List<ObjectKey>> workloads = new HashMap<>();

  Selected(Endpoints endpoints) {
    this.endpoints = endpoints;
    endpoints
        .workloads()
        .forEach((workload, own) -> {
          for (int endpoint : own) {
            workloads.computeIfAbsent(endpoint, it -> new ArrayList<>()).add(workload);
          }
        });
  }

  /** Workloads with a pod that a NetworkPolicy selects. */
  List<ObjectKey> byPolicy(KubeObject policy) {
    var spec = Documents.map(policy.document(), "spec");
    var selector = Documents.map(spec, "podSelector");
    return workloads(policy.key().namespace(), Labels.of(selector));
  }

  /** Workloads with a pod that a Service selects; none for one without a selector. */
  List<ObjectKey> byService(KubeObject service) {
    var selector = Services.selector(service);
    return selector.isEmpty()
        ? List.of()
        : workloads(service.key().namespace(), Labels.of(Map.of("matchLabels", selector)));
  }

  private List<ObjectKey> workloads(String namespace, Labels labels) {
    var found = new TreeSet<ObjectKey>();
    for (int endpoint : endpoints(namespace, labels)) {
      found.addAll(workloads.getOrDefault(endpoint, List.of()));
    }
    return List.copyOf(found);
  }

  /** The endpoints of a namespace that have labels. */
  int[] endpoints(String namespace, Labels labels) {
    List<Integer> own = endpoints.in(namespace);
    List<Integer> among =
        labels.anchors().stream()
            .map(endpoints::having)
            .filter(it -> it.size() < own.size())
            .findFirst()
            .orElse(own);
    return among.stream()
        .mapToInt(it -> it)
        .filter(it -> endpoints.get(it).namespace().equals(namespace))
        .filter(it -> labels.match(endpoints.get(it).labels()))
        .toArray();
  }
}
