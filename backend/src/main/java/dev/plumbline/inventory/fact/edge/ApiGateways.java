package dev.plumbline.inventory.fact.edge;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.edge.Listener.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gateways of the Gateway API and what their listeners do. */
final class ApiGateways {

  private static final String GROUP = "gateway.networking.k8s.io";
  private static final Kind GATEWAY = new Kind(GROUP, "Gateway");
  private static final List<Kind> ROUTES =
      List.of(new Kind(GROUP, "HTTPRoute"), new Kind(GROUP, "GRPCRoute"));
  static final List<Kind> KINDS = List.of(GATEWAY, ROUTES.getFirst(), ROUTES.getLast());

  /** Classes whose proxies stand inside a mesh only. */
  private static final String WAYPOINT = "waypoint";

  private final Snapshot snapshot;
  private final Map<ObjectKey, List<Attached>> routes = new HashMap<>();

  ApiGateways(Snapshot snapshot) {
    this.snapshot = snapshot;
    ROUTES.stream().flatMap(kind -> snapshot.all(kind).stream()).forEach(this::attach);
  }

  /**
   * A route on a gateway.
   *
   * @param section the only listener it hangs on, empty for all
   * @param port likewise; 0 for all
   * @param redirects whether it answers with nothing but the way to TLS
   */
  private record Attached(String section, long port, boolean redirects) {

    boolean on(String name, long number) {
      return (section.isEmpty() || section.equals(name)) && (port == 0 || port == number);
    }
  }

  private void attach(KubeObject route) {
    var spec = Documents.map(route.document(), "spec");
    List<Map<String, Object>> rules = Documents.maps(spec, "rules");
    boolean redirects = !rules.isEmpty() && rules.stream().allMatch(ApiGateways::redirects);
    for (Map<String, Object> parent : Documents.maps(spec, "parentRefs")) {
      String namespace = Documents.text(parent, "namespace");
      var key =
          new ObjectKey(
              GATEWAY,
              namespace.isEmpty() ? route.key().namespace() : namespace,
              Documents.text(parent, "name"));
      routes
          .computeIfAbsent(key, any -> new ArrayList<>())
          .add(new Attached(Documents.text(parent, "sectionName"), number(parent), redirects));
    }
  }

  private static boolean redirects(Map<String, Object> rule) {
    return Documents.maps(rule, "filters").stream()
        .map(filter -> Documents.map(filter, "requestRedirect"))
        .anyMatch(redirect -> Documents.text(redirect, "scheme").equals("https"));
  }

  private static long number(Map<String, Object> holder) {
    return holder.get("port") instanceof Number port ? port.longValue() : 0;
  }

  Map<ObjectKey, GatewayFields> all() {
    var all = new TreeMap<ObjectKey, GatewayFields>();
    snapshot.all(GATEWAY).forEach(gateway -> all.put(gateway.key(), fields(gateway)));
    return all;
  }

  private GatewayFields fields(KubeObject gateway) {
    var spec = Documents.map(gateway.document(), "spec");
    List<Attached> attached = routes.getOrDefault(gateway.key(), List.of());
    return new GatewayFields(
        gateway.key().namespace(),
        gateway.key().name(),
        !Documents.text(spec, "gatewayClassName").contains(WAYPOINT),
        Documents.maps(spec, "listeners").stream()
            .map(listener -> listener(listener, attached))
            .toList());
  }

  private static Listener listener(Map<String, Object> listener, List<Attached> attached) {
    String name = Documents.text(listener, "name");
    long port = number(listener);
    List<Attached> own = attached.stream().filter(route -> route.on(name, port)).toList();
    boolean redirects = !own.isEmpty() && own.stream().allMatch(Attached::redirects);
    return new Listener(
        name,
        port,
        Stream.of(Documents.text(listener, "hostname")).filter(host -> !host.isEmpty()).toList(),
        transport(listener, redirects),
        !own.isEmpty());
  }

  private static Transport transport(Map<String, Object> listener, boolean redirects) {
    return switch (Documents.text(listener, "protocol").toUpperCase(Locale.ROOT)) {
      case "HTTP" -> redirects ? Transport.REDIRECT : Transport.CLEAR;
      case "HTTPS" -> Transport.TLS;
      case "TLS" -> passes(listener) ? Transport.PASSED : Transport.TLS;
      case "HBONE" -> Transport.MESH;
      default -> Transport.NOT_TOLD;
    };
  }

  private static boolean passes(Map<String, Object> listener) {
    return Documents.text(Documents.map(listener, "tls"), "mode").equals("Passthrough");
  }
}
