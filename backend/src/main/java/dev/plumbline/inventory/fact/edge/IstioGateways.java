package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.edge.Listener.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Istio's Gateways: what they listen to, and where VirtualServices lead from there. */
public final class IstioGateways {

  /** What they are told by. */
  public static final List<Kind> KINDS =
      List.of(new Kind("networking.istio.io", "Gateway"), VirtualServices.KIND);

  private static final Kind GATEWAY = KINDS.getFirst();
  private static final Set<String> HTTP = Set.of("HTTP", "HTTP2", "GRPC", "GRPC-WEB");
  private static final Set<String> TLS = Set.of("HTTPS", "TLS");

  private final Snapshot snapshot;
  private final VirtualServices routes;
  private final Proxies proxies;

  /** Near-linear in Gateways, VirtualServices and workloads. */
  public IstioGateways(Snapshot snapshot, List<Workload> workloads) {
    this.snapshot = snapshot;
    this.routes = new VirtualServices(snapshot);
    this.proxies = new Proxies(snapshot, workloads);
  }

  Map<ObjectKey, GatewayFields> all() {
    var all = new TreeMap<ObjectKey, GatewayFields>();
    snapshot.all(GATEWAY).forEach(gateway -> all.put(gateway.key(), fields(gateway)));
    return all;
  }

  private GatewayFields fields(KubeObject gateway) {
    List<Workload> pods = pods(gateway);
    return new GatewayFields(
        gateway.key().namespace(),
        gateway.key().name(),
        proxies.outside(pods),
        servers(gateway)
            .map(server -> listener(server, bound(gateway, server, pods).findAny().isPresent()))
            .toList());
  }

  private List<Workload> pods(KubeObject gateway) {
    return proxies.with(Documents.map(spec(gateway), "selector"));
  }

  private static Map<String, Object> spec(KubeObject object) {
    return Documents.map(object.document(), "spec");
  }

  private static Stream<Map<String, Object>> servers(KubeObject gateway) {
    return Documents.maps(spec(gateway), "servers").stream();
  }

  private static Listener listener(Map<String, Object> server, boolean serves) {
    var port = Documents.map(server, "port");
    long number = port.get("number") instanceof Number told ? told.longValue() : 0;
    String named = Documents.text(server, "name");
    String name = named.isEmpty() ? Documents.text(port, "name") : named;
    return new Listener(
        name.isEmpty() ? String.valueOf(number) : name,
        number,
        Documents.texts(server, "hosts"),
        transport(server),
        serves);
  }

  private static Transport transport(Map<String, Object> server) {
    var tls = Documents.map(server, "tls");
    String protocol =
        Documents.text(Documents.map(server, "port"), "protocol").toUpperCase(Locale.ROOT);
    if (HTTP.contains(protocol)) {
      return Documents.flag(tls, "httpsRedirect") ? Transport.REDIRECT : Transport.CLEAR;
    }
    if (tls.isEmpty()) {
      return TLS.contains(protocol) ? Transport.CLEAR : Transport.NOT_TOLD;
    }
    return switch (Documents.text(tls, "mode")) {
      case "", "PASSTHROUGH", "AUTO_PASSTHROUGH" -> Transport.PASSED;
      default -> Transport.TLS;
    };
  }

  /** A VirtualService on a server, by the host that fits both. */
  private record Bound(KubeObject route, String host) {}

  private Stream<Bound> bound(KubeObject gateway, Map<String, Object> server, List<Workload> pods) {
    Set<String> heard = Proxies.namespaces(pods);
    return routes.naming(name(gateway)).stream()
        .filter(route -> VirtualServices.heardIn(route, heard))
        .flatMap(route ->
            VirtualServices.hosts(route).stream()
                .flatMap(host -> fitting(gateway, server, route, host)));
  }

  private static String name(KubeObject gateway) {
    return gateway.key().namespace() + "/" + gateway.key().name();
  }

  /** A server's hosts may say of which namespaces they take routes. */
  private static Stream<Bound> fitting(
      KubeObject gateway, Map<String, Object> server, KubeObject route, String host) {
    return Documents.texts(server, "hosts").stream()
        .filter(taken -> takes(taken, gateway, route))
        .map(taken -> taken.substring(taken.indexOf('/') + 1))
        .filter(taken -> Hosts.meet(taken, host))
        .map(taken -> new Bound(route, Hosts.narrower(host, taken)));
  }

  private static boolean takes(String taken, KubeObject gateway, KubeObject route) {
    int slash = taken.indexOf('/');
    String from = slash < 0 ? Hosts.ANY : taken.substring(0, slash);
    String own = route.key().namespace();
    return from.equals(Hosts.ANY)
        || from.equals(own)
        || (from.equals(".") && own.equals(gateway.key().namespace()));
  }

  /** Every way from a gateway to a Service; none where a server only redirects. */
  public List<Opening> openings() {
    return snapshot.all(GATEWAY).stream().flatMap(this::openings).distinct().toList();
  }

  private Stream<Opening> openings(KubeObject gateway) {
    List<Workload> pods = pods(gateway);
    List<ObjectKey> keys = pods.stream().map(Workload::key).toList();
    return servers(gateway)
        .filter(server -> transport(server) != Transport.REDIRECT)
        .flatMap(server ->
            bound(gateway, server, pods)
                .flatMap(bound ->
                    routes.destinations(bound.route(), name(gateway)).stream()
                        .map(to ->
                            new Opening(
                                keys,
                                "VirtualService " + name(bound.route()),
                                bound.host(),
                                transport(server),
                                to.namespace(),
                                to.service(),
                                to.port()))));
  }
}
