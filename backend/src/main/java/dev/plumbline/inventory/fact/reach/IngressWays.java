package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The ways that Ingresses open. */
final class IngressWays {

  static final Kind KIND = new Kind("networking.k8s.io", "Ingress");

  private final Backends backends;
  private final Admission admission;

  IngressWays(Backends backends, Admission admission) {
    this.backends = backends;
    this.admission = admission;
  }

  void each(KubeObject ingress, BiConsumer<Workload, Way> consumer) {
    var spec = Documents.map(ingress.document(), "spec");
    backend(ingress, "", Documents.map(spec, "defaultBackend"), consumer);
    for (Map<String, Object> rule : Documents.maps(spec, "rules")) {
      String host = Documents.text(rule, "host");
      Documents.maps(Documents.map(rule, "http"), "paths")
          .forEach(it -> backend(ingress, host, Documents.map(it, "backend"), consumer));
    }
  }

  private void backend(
      KubeObject ingress,
      String host,
      Map<String, Object> backend,
      BiConsumer<Workload, Way> consumer) {
    var service = Documents.map(backend, "service");
    var port = Documents.map(service, "port");
    long number = PortMatch.number(port, "number");
    backends.each(
        ingress.key().namespace(),
        Documents.text(service, "name"),
        number == 0 ? Documents.text(port, "name") : Long.toString(number),
        (workload, target) -> consumer.accept(workload, way(ingress, host, workload, target)));
  }

  private Way way(KubeObject ingress, String host, Workload workload, Ports target) {
    return new Way(
        Type.INGRESS,
        "Ingress " + ingress.key().name(),
        host.isEmpty() ? ServiceWays.address(ingress) : host,
        target.toString(),
        false,
        encrypted(ingress, host) ? Transport.TLS : Transport.CLEAR,
        admission.throughProxy(workload, target));
  }

  private static boolean encrypted(KubeObject ingress, String host) {
    return Documents.maps(Documents.map(ingress.document(), "spec"), "tls").stream()
        .map(it -> Documents.texts(it, "hosts"))
        .anyMatch(it -> covers(it, host));
  }

  private static boolean covers(List<String> hosts, String host) {
    int dot = host.indexOf('.');
    return hosts.isEmpty()
        || hosts.contains(host)
        || dot > 0 && hosts.contains("*" + host.substring(dot));
  }
}
