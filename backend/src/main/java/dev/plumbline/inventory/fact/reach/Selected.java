package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The workloads behind selectors of one namespace. */
final class Selected {

  /** Longer answers are found again: many Services with many pods each would fill the memory. */
  private static final int KEPT = 16;

  private static final Comparator<Workload> ORDER = Comparator.comparingInt(Workload::place);

  private final Endpoints endpoints;
  private final List<List<Workload>> workloads;
  private final Map<ObjectKey, List<Workload>> behindServices = new ConcurrentHashMap<>();

  Selected(Endpoints endpoints, List<Workload> all) {
    this.endpoints = endpoints;
    this.workloads = new ArrayList<>(Collections.nCopies(endpoints.size(), List.of()));
    for (Workload workload : all) {
      for (int endpoint : endpoints.of(workload)) {
        workloads.set(endpoint, with(workloads.get(endpoint), workload));
      }
    }
  }

  private static List<Workload> with(List<Workload> some, Workload one) {
    if (some.isEmpty()) {
      return List.of(one);
    }
    List<Workload> all = some.size() == 1 ? new ArrayList<>(some) : some;
    all.add(one);
    return all;
  }

  /** Workloads with a pod that a NetworkPolicy selects. */
  List<Workload> byPolicy(KubeObject policy) {
    var spec = Documents.map(policy.document(), "spec");
    var selector = Documents.map(spec, "podSelector");
    return workloads(policy.key().namespace(), Labels.of(selector));
  }

  /** Workloads with a pod that a Service selects; none for one without a selector. */
  List<Workload> byService(KubeObject service) {
    List<Workload> known = behindServices.get(service.key());
    if (known == null) {
      known = behind(service);
      if (known.size() <= KEPT) {
        behindServices.put(service.key(), known);
      }
    }
    return known;
  }

  private List<Workload> behind(KubeObject service) {
    var selector = Services.selector(service);
    return selector.isEmpty()
        ? List.of()
        : workloads(service.key().namespace(), Labels.of(Map.of("matchLabels", selector)));
  }

  private List<Workload> workloads(String namespace, Labels labels) {
    List<Workload> found = List.of();
    @Nullable Set<Workload> all = null;
    for (int endpoint : endpoints.in(namespace, labels)) {
      List<Workload> own = workloads.get(endpoint);
      if (labels.match(endpoints.get(endpoint).labels())) {
        if (all != null) {
          all.addAll(own);
        } else if (found.isEmpty()) {
          found = own;
        } else {
          all = new TreeSet<>(ORDER);
          all.addAll(found);
          all.addAll(own);
        }
      }
    }
    return List.copyOf(all == null ? found : all);
  }
}
