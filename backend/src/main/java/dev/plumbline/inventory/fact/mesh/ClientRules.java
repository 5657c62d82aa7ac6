package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Istio's DestinationRules that set TLS, by the Service they are about. */
final class ClientRules {

  static final Kind KIND = new Kind("networking.istio.io", "DestinationRule");

  private final Map<String, List<ClientRule>> byHost = new HashMap<>();

  ClientRules(Snapshot snapshot) {
    snapshot.all(KIND).forEach(this::add);
  }

  private void add(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    String host = Documents.text(spec, "host");
    var rules = new ArrayList<ClientRule>();
    Stream.concat(Stream.of(spec), Documents.maps(spec, "subsets").stream())
        .map(part -> Documents.map(part, "trafficPolicy"))
        .forEach(policy -> add(object, host, policy, rules));
    if (!rules.isEmpty()) {
      byHost
          .computeIfAbsent(full(host, object.key().namespace()), name -> new ArrayList<>())
          .addAll(rules.stream().distinct().toList());
    }
  }

  private static void add(
      KubeObject object, String host, Map<String, Object> policy, List<ClientRule> rules) {
    Stream.concat(Stream.of(policy), Documents.maps(policy, "portLevelSettings").stream())
        .filter(settings -> !mode(settings).isEmpty())
        .map(settings -> rule(object, host, settings))
        .forEach(rules::add);
  }

  private static String mode(Map<String, Object> settings) {
    return Documents.text(Documents.map(settings, "tls"), "mode");
  }

  private static ClientRule rule(KubeObject object, String host, Map<String, Object> settings) {
    Object port = Documents.map(settings, "port").get("number");
    return new ClientRule(
        object.key().namespace() + "/" + object.key().name(),
        host,
        port instanceof Long number ? number.intValue() : 0,
        mode(settings));
  }

  /** A host as {@code db.shop.svc}; {@code *.shop.svc} and {@code *} for wildcards. */
  private static String full(String host, String namespace) {
    if (host.equals("*") || host.matches("\\*(\\.svc)?(\\.[a-z0-9-]{1,63}){1,4}")) {
      return host.matches("\\*\\.[a-z0-9-]{1,63}\\.svc(\\..*)?") ? cut(host) : "*";
    }
    return host.contains(".") ? cut(host) : host + "." + namespace + ".svc";
  }

  private static String cut(String host) {
    int service = host.indexOf(".svc.");
    return service < 0 ? host : host.substring(0, service + ".svc".length());
  }

  /** Those about a Service. */
  List<ClientRule> of(String namespace, String service) {
    return Stream.of(service + "." + namespace + ".svc", "*." + namespace + ".svc", "*")
        .flatMap(host -> byHost.getOrDefault(host, List.of()).stream())
        .toList();
  }
}
