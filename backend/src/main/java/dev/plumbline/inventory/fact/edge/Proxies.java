package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Workloads by the labels of their pods, and which of them Services or nodes offer outside. */
final class Proxies {

  static final Kind SERVICE = Kind.core("Service");
  private static final Set<String> OFFERING = Set.of("LoadBalancer", "NodePort");

  private final List<Workload> workloads;
  private final Snapshot snapshot;
  private @Nullable SelectorIndex<Boolean> offering;
  private final Map<Map<String, Object>, List<Workload>> known = new HashMap<>();

  Proxies(Snapshot snapshot, List<Workload> workloads) {
    this.snapshot = snapshot;
    this.workloads = workloads;
  }

  /** What the Services select that offer it, made when some pods are a gateway's. */
  private SelectorIndex<Boolean> offering() {
    if (offering == null) {
      var index = new SelectorIndex<Boolean>();
      snapshot.all(SERVICE).stream().filter(Proxies::offers).forEach(it -> add(it, index));
      offering = index;
    }
    return offering;
  }

  private static boolean offers(KubeObject service) {
    var spec = Documents.map(service.document(), "spec");
    return OFFERING.contains(Documents.text(spec, "type"))
        || !Documents.texts(spec, "externalIPs").isEmpty();
  }

  private static void add(KubeObject service, SelectorIndex<Boolean> index) {
    var selector = Documents.map(Documents.map(service.document(), "spec"), "selector");
    if (!selector.isEmpty()) {
      index.add(service.key().namespace(), Map.of("matchLabels", selector), true);
    }
  }

  /** Workloads of any namespace with pods that have these labels; none for no label. */
  List<Workload> with(Map<String, Object> labels) {
    return labels.isEmpty() ? List.of() : known.computeIfAbsent(labels, this::find);
  }

  private List<Workload> find(Map<String, Object> labels) {
    var selector = Map.<String, Object>of("matchLabels", labels);
    return workloads.stream()
        .filter(workload ->
            workload.groups().stream()
                .anyMatch(group -> Selectors.matches(selector, group.labels())))
        .toList();
  }

  /** Whether a Service or a port of the node offers some of them beyond the cluster. */
  boolean outside(List<Workload> some) {
    return some.stream()
        .anyMatch(workload ->
            workload.groups().stream().anyMatch(group -> outside(workload.key(), group)));
  }

  private boolean outside(ObjectKey workload, PodGroup group) {
    return group.hostNetwork()
        || ports(group).anyMatch(port -> port.get("hostPort") != null)
        || offering().anySelecting(workload.namespace(), group.labels());
  }

  private static Stream<Map<String, Object>> ports(PodGroup group) {
    return Documents.maps(group.spec(), "containers").stream()
        .flatMap(container -> Documents.maps(container, "ports").stream());
  }

  static Set<String> namespaces(List<Workload> some) {
    var names = new HashSet<String>();
    some.forEach(workload -> names.add(workload.key().namespace()));
    return names;
  }
}
