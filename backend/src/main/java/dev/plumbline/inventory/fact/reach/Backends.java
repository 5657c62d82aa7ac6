package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The workloads behind Services, and on which of their ports. */
final class Backends {

  private final Snapshot snapshot;
  private final Selected selected;
  private final Endpoints endpoints;

  Backends(Snapshot snapshot, Selected selected, Endpoints endpoints) {
    this.snapshot = snapshot;
    this.selected = selected;
    this.endpoints = endpoints;
  }

  /**
   * Every workload behind one port of a Service, with its own port.
   *
   * @param port number or name of the Service's port; empty for every port
   */
  void each(String namespace, String service, String port, BiConsumer<Workload, Ports> consumer) {
    Optional<KubeObject> found = snapshot.find(new ObjectKey(Services.KIND, namespace, service));
    if (found.isPresent()) {
      for (Map<String, Object> one : ports(found.get())) {
        if (port.isEmpty() || is(one, port)) {
          each(found.get(), one, consumer);
        }
      }
    }
  }

  void each(KubeObject service, Map<String, Object> port, BiConsumer<Workload, Ports> consumer) {
    for (Workload workload : selected.byService(service)) {
      Ports target = target(port, workload);
      if (!target.isEmpty()) {
        consumer.accept(workload, target);
      }
    }
  }

  static List<Map<String, Object>> ports(KubeObject service) {
    return Documents.maps(Documents.map(service.document(), "spec"), "ports");
  }

  private static boolean is(Map<String, Object> port, String wanted) {
    return wanted.equals(Documents.text(port, "name"))
        || wanted.equals(Long.toString(PortMatch.number(port, "port")));
  }

  private Ports target(Map<String, Object> port, Workload workload) {
    Optional<Protocol> protocol = PortMatch.protocol(port);
    Object number = port.getOrDefault("targetPort", port.getOrDefault("port", 0L));
    if (protocol.isEmpty()) {
      return Ports.NONE;
    }
    PortMatch match = PortMatch.port(protocol.get(), number, 0);
    Ports all = Ports.NONE;
    for (int endpoint : endpoints.of(workload)) {
      all = all.or(match.at(endpoints.get(endpoint).ports()));
    }
    return all;
  }
}
