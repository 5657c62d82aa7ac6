package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Way.Transport;
import dev.plumbline.inventory.fact.reach.Way.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The ways that routes of the Gateway API open. */
final class RouteWays {

  static final String GROUP = "gateway.networking.k8s.io";
  static final List<String> ROUTES = List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

  private static final Kind GATEWAY = new Kind(GROUP, "Gateway");
  private static final Kind GRANT = new Kind(GROUP, "ReferenceGrant");
  private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");

  private final Snapshot snapshot;
  private final Backends backends;
  private final Admission admission;

  RouteWays(Snapshot snapshot, Backends backends, Admission admission) {
    this.snapshot = snapshot;
    this.backends = backends;
    this.admission = admission;
  }

  void each(BiConsumer<Workload, Way> consumer) {
    ROUTES.stream()
        .flatMap(it -> snapshot.all(new Kind(GROUP, it)).stream())
        .forEach(it -> route(it, consumer));
  }

  private void route(KubeObject route, BiConsumer<Workload, Way> consumer) {
    var spec = Documents.map(route.document(), "spec");
    String host = Documents.texts(spec, "hostnames").stream().findFirst().orElse("");
    for (Map<String, Object> parent : Documents.maps(spec, "parentRefs")) {
      listeners(parent, route.key().namespace())
          .forEach(listener ->
              Documents.maps(spec, "rules").stream()
                  .flatMap(it -> Documents.maps(it, "backendRefs").stream())
                  .filter(it -> refers(route, it))
                  .forEach(it -> backend(route, host, listener, it, consumer)));
    }
  }

  /** The listeners of a Gateway that a route hangs on; none when that Gateway is not there. */
  private Stream<Map<String, Object>> listeners(Map<String, Object> parent, String own) {
    String named = Documents.text(parent, "namespace");
    var key = new ObjectKey(GATEWAY, named.isEmpty() ? own : named, Documents.text(parent, "name"));
    String section = Documents.text(parent, "sectionName");
    return snapshot.find(key).stream()
        .flatMap(it -> Documents.maps(Documents.map(it.document(), "spec"), "listeners").stream())
        .filter(it -> section.isEmpty() || section.equals(Documents.text(it, "name")))
        .filter(it ->
            !parent.containsKey("port")
                || PortMatch.number(it, "port") == PortMatch.number(parent, "port"));
  }

  /** Another namespace's Service must be granted. */
  private boolean refers(KubeObject route, Map<String, Object> backend) {
    String kind = Documents.text(backend, "kind");
    String there = Documents.text(backend, "namespace");
    boolean service = kind.isEmpty() || kind.equals("Service");
    return service
        && (there.isEmpty() || there.equals(route.key().namespace()) || granted(route, there));
  }

  private boolean granted(KubeObject route, String namespace) {
    return snapshot.all(GRANT).stream()
        .filter(it -> it.key().namespace().equals(namespace))
        .flatMap(it -> Documents.maps(Documents.map(it.document(), "spec"), "from").stream())
        .anyMatch(it ->
            Documents.text(it, "kind").equals(route.key().kind().name())
                && Documents.text(it, "namespace").equals(route.key().namespace()));
  }

  private void backend(
      KubeObject route,
      String host,
      Map<String, Object> listener,
      Map<String, Object> backend,
      BiConsumer<Workload, Way> consumer) {
    String there = Documents.text(backend, "namespace");
    long number = PortMatch.number(backend, "port");
    String at = host.isEmpty() ? Documents.text(listener, "hostname") : host;
    boolean tls = ENCRYPTED.contains(Documents.text(listener, "protocol"));
    backends.each(
        there.isEmpty() ? route.key().namespace() : there,
        Documents.text(backend, "name"),
        number == 0 ? "" : Long.toString(number),
        (workload, target) ->
            consumer.accept(
                workload,
                new Way(
                    Type.GATEWAY,
                    route.key().kind().name()
                        + " "
                        + route.key().namespace()
                        + "/"
                        + route.key().name(),
                    at,
                    target.toString(),
                    false,
                    tls ? Transport.TLS : Transport.CLEAR,
                    admission.throughProxy(workload, target))));
  }

  /** A kind that is installed but was not read. */
  Optional<String> unread(Kind definition) {
    return ROUTES.stream()
        .filter(it ->
            snapshot
                .find(
                    new ObjectKey(
                        definition, "", it.toLowerCase(java.util.Locale.ROOT) + "s." + GROUP))
                .isPresent())
        .map(it -> new Kind(GROUP, it))
        .filter(it -> !snapshot.coverage().complete(it))
        .map(it -> it.name() + ": " + snapshot.coverage().of(it).reason())
        .findFirst();
  }
}
