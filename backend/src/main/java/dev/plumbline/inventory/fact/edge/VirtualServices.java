package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What VirtualServices route from gateways, and where to. */
final class VirtualServices {

  static final Kind KIND = new Kind("networking.istio.io", "VirtualService");
  private static final String GATEWAYS = "gateways";

  private final Snapshot snapshot;
  private final Map<String, List<KubeObject>> byGateway;

  VirtualServices(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.byGateway =
        snapshot.all(KIND).stream()
            .flatMap(one -> gateways(one).distinct().map(gateway -> Map.entry(gateway, one)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** A Service that is routed to; no port where it has only one. */
  record Destination(String namespace, String service, String port) {}

  private static Stream<String> gateways(KubeObject service) {
    return Documents.texts(spec(service), GATEWAYS).stream()
        .map(name -> qualified(name, service.key().namespace()));
  }

  private static String qualified(String gateway, String namespace) {
    return gateway.contains("/") ? gateway : namespace + "/" + gateway;
  }

  private static Map<String, Object> spec(KubeObject service) {
    return Documents.map(service.document(), "spec");
  }

  /**
   * Those that name a gateway.
   *
   * @param gateway as {@code namespace/name}
   */
  List<KubeObject> naming(String gateway) {
    return byGateway.getOrDefault(gateway, List.of());
  }

  static List<String> hosts(KubeObject service) {
    return Documents.texts(spec(service), "hosts");
  }

  /** Whether gateways in one of these namespaces hear of it. */
  static boolean heardIn(KubeObject service, Collection<String> namespaces) {
    List<String> to = Documents.texts(spec(service), "exportTo");
    return to.isEmpty()
        || to.contains("*")
        || (to.contains(".") && namespaces.contains(service.key().namespace()))
        || to.stream().anyMatch(namespaces::contains);
  }

  /** Where it leads calls that come through a gateway; none where it only redirects or answers. */
  Set<Destination> destinations(KubeObject service, String gateway) {
    var spec = spec(service);
    return Stream.of("http", "tls", "tcp")
        .flatMap(section -> Documents.maps(spec, section).stream())
        .filter(route -> meant(route, gateway, service.key().namespace()))
        .flatMap(route -> Stream.concat(own(route, service), delegated(route, service)))
        .collect(Collectors.toSet());
  }

  /** A route's matches may be for some gateways only. */
  private static boolean meant(Map<String, Object> route, String gateway, String namespace) {
    List<Map<String, Object>> matches = Documents.maps(route, "match");
    return matches.isEmpty()
        || matches.stream()
            .map(match -> Documents.texts(match, GATEWAYS))
            .anyMatch(names ->
                names.isEmpty()
                    || names.stream().anyMatch(name -> qualified(name, namespace).equals(gateway)));
  }

  private static Stream<Destination> own(Map<String, Object> route, KubeObject service) {
    Stream<Map<String, Object>> routed =
        Stream.concat(
                Documents.maps(route, "route").stream(), Documents.maps(route, "mirrors").stream())
            .map(part -> Documents.map(part, "destination"));
    return Stream.concat(routed, Stream.of(Documents.map(route, "mirror")))
        .flatMap(to -> destination(to, service.key().namespace()).stream());
  }

  private Stream<Destination> delegated(Map<String, Object> route, KubeObject service) {
    var delegate = Documents.map(route, "delegate");
    String namespace = Documents.text(delegate, "namespace");
    var key =
        new ObjectKey(
            KIND,
            namespace.isEmpty() ? service.key().namespace() : namespace,
            Documents.text(delegate, "name"));
    return snapshot.find(key).stream()
        .flatMap(to -> Documents.maps(spec(to), "http").stream().flatMap(one -> own(one, to)));
  }

  /** A host without a dot is a Service of the route's namespace; others say all of their name. */
  private static Optional<Destination> destination(Map<String, Object> to, String namespace) {
    String host = Documents.text(to, "host");
    Object number = Documents.map(to, "port").get("number");
    String port = number == null ? "" : number.toString();
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = host.split("\\.");
    if (parts.length == 1) {
      return Optional.of(new Destination(namespace, host, port));
    }
    return parts.length > 2 && parts[2].equals("svc")
        ? Optional.of(new Destination(parts[1], parts[0], port))
        : Optional.empty();
  }
}
