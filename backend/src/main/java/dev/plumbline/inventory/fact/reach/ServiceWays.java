package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The ways that Services open by themselves. */
final class ServiceWays {

  private static final List<String> INTERNAL_MARKS =
      List.of(
          "service.beta.kubernetes.io/aws-load-balancer-scheme",
          "service.beta.kubernetes.io/aws-load-balancer-internal",
          "networking.gke.io/load-balancer-type",
          "cloud.google.com/load-balancer-type",
          "service.beta.kubernetes.io/azure-load-balancer-internal");
  private static final Set<String> OPEN = Set.of("LoadBalancer", "NodePort");
  private static final Set<String> INTERNAL = Set.of("true", "internal", "0.0.0.0/0");

  private final Backends backends;
  private final Admission admission;

  ServiceWays(Backends backends, Admission admission) {
    this.backends = backends;
    this.admission = admission;
  }

  /** Whether a Service opens any. */
  static boolean open(Map<String, Object> spec) {
    return OPEN.contains(Documents.text(spec, "type"))
        || !Documents.texts(spec, "externalIPs").isEmpty();
  }

  /** Of one that opens some. */
  void each(KubeObject service, BiConsumer<Workload, Way> consumer) {
    var spec = Documents.map(service.document(), "spec");
    String type = Documents.text(spec, "type");
    List<String> addresses = Documents.texts(spec, "externalIPs");
    for (Map<String, Object> port : Backends.ports(service)) {
      backends.each(
          service,
          port,
          (workload, target) -> {
            if (type.equals("LoadBalancer")) {
              consumer.accept(workload, balancer(service, spec, workload, target));
            } else if (type.equals("NodePort")) {
              String at = "nodes, port " + PortMatch.number(port, "nodePort");
              String told = PortMatch.number(port, "nodePort") == 0 ? "nodes" : at;
              consumer.accept(workload, way(Type.NODE_PORT, service, told, workload, target));
            }
            addresses.forEach(it ->
                consumer.accept(workload, way(Type.EXTERNAL_IP, service, it, workload, target)));
          });
    }
  }

  private Way balancer(
      KubeObject service, Map<String, Object> spec, Workload workload, Ports target) {
    Way way = way(Type.LOAD_BALANCER, service, address(service), workload, target);
    List<String> ranges = Documents.texts(spec, "loadBalancerSourceRanges");
    boolean some = !ranges.isEmpty() && ranges.stream().noneMatch(it -> it.endsWith("/0"));
    Admits admits = some && way.admits() == Admits.ALL ? Admits.SOME : way.admits();
    return new Way(
        way.type(), way.via(), way.at(), way.port(), internal(service), way.transport(), admits);
  }

  private Way way(Type type, KubeObject service, String at, Workload workload, Ports target) {
    return new Way(
        type,
        "Service " + service.key().name(),
        at,
        target.toString(),
        false,
        Transport.NOT_KNOWN,
        admission.fromOutside(workload, target));
  }

  private static boolean internal(KubeObject service) {
    return INTERNAL_MARKS.stream()
        .map(it -> Documents.text(service.annotations(), it).toLowerCase(Locale.ROOT))
        .anyMatch(INTERNAL::contains);
  }

  /** Where its load balancer answers, as its status tells. */
  static String address(KubeObject object) {
    var status = Documents.map(object.document(), "status");
    return Documents.maps(Documents.map(status, "loadBalancer"), "ingress").stream()
        .map(it -> Documents.text(it, "hostname") + Documents.text(it, "ip"))
        .findFirst()
        .orElse("");
  }
}
