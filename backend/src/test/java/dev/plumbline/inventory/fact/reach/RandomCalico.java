package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Meant;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Peer;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Policy;
import dev.plumbline.inventory.fact.reach.RandomPolicies.PortRule;
import dev.plumbline.inventory.fact.reach.RandomPolicies.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Made-up policies of Calico. */
final class RandomCalico {

  private static final Predicate<Map<String, String>> ANY = it -> true;

  private final RandomPolicies all;
  private final RandomCluster cluster;

  RandomCalico(RandomPolicies all) {
    this.all = all;
    this.cluster = all.cluster;
  }

  void add() {
    int count = 1 + cluster.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      add(500 + 300.5 * i, cluster.chance(2));
    }
  }

  private void add(double order, boolean global) {
    String namespace = global ? "" : cluster.one(cluster.pods).namespace();
    var subject = selector(3);
    var ingress = rules("source", namespace);
    var egress = rules("destination", namespace);
    boolean types = cluster.chance(2);
    var spec = new TreeMap<String, Object>();
    spec.put("order", order);
    spec.put("selector", subject.document());
    spec.put("ingress", ingress.document());
    spec.put("egress", egress.document());
    if (types) {
      spec.put("types", List.of("Ingress", "Egress"));
    }
    var accounts = cluster.chance(3) ? selector(1) : new Meant<>("", ANY);
    if (!accounts.document().isEmpty()) {
      spec.put("serviceAccountSelector", accounts.document());
    }
    boolean out = types || !egress.document().isEmpty();
    boolean in = types || !ingress.document().isEmpty() || egress.document().isEmpty();
    var kind = new Kind("crd.projectcalico.org", global ? "GlobalNetworkPolicy" : "NetworkPolicy");
    cluster.add(kind, namespace, all.name(), "v1", Map.of("spec", spec));
    all.policies.add(
        new Policy(
            order,
            false,
            false,
            true,
            pod ->
                (global || pod.namespace().equals(namespace))
                    && subject.meaning().test(pod.labels())
                    && accounts.meaning().test(pod.account().labels()),
            in ? ingress.meaning() : null,
            out ? egress.meaning() : null));
  }

  private Meant<String, Predicate<Map<String, String>>> selector(int depth) {
    String key = cluster.one(List.of("app", "role"));
    String value = cluster.chance(2) ? "a" : "b";
    if (depth == 0 || cluster.chance(2)) {
      return switch (cluster.random.nextInt(7)) {
        case 0 -> new Meant<>("all()", it -> true);
        case 1 -> new Meant<>("has(" + key + ")", it -> it.containsKey(key));
        case 2 -> new Meant<>("!has( " + key + " )", it -> !it.containsKey(key));
        case 3 -> new Meant<>(key + " == '" + value + "'", it -> value.equals(it.get(key)));
        case 4 -> new Meant<>(key + "!=\"" + value + "\"", it -> !value.equals(it.get(key)));
        case 5 -> new Meant<>(key + " in {'" + value + "', 'z'}", it -> value.equals(it.get(key)));
        default ->
            new Meant<>(key + " not in { '" + value + "' }", it -> !value.equals(it.get(key)));
      };
    }
    var one = selector(depth - 1);
    var other = selector(depth - 1);
    return cluster.chance(2)
        ? new Meant<>(
            "("
                + one.document()
                + ") && "
                + other.document().replaceFirst("^(.*\\|\\|.*)$", "($1)"),
            one.meaning().and(other.meaning()))
        : new Meant<>(
            one.document() + " || " + other.document(), one.meaning().or(other.meaning()));
  }

  private Meant<List<Map<String, Object>>, List<Rule>> rules(String side, String namespace) {
    var documents = new ArrayList<Map<String, Object>>();
    var rules = new ArrayList<Rule>();
    for (int i = cluster.random.nextInt(4); i > 0; i--) {
      String action = cluster.one(List.of("Allow", "Allow", "Deny", "Pass", "Log"));
      var peer = peer(namespace);
      var ports = ports();
      var document = new TreeMap<String, Object>(ports.document());
      document.put("action", action);
      var own = new TreeMap<String, Object>(peer.document());
      if (side.equals("destination")) {
        own.putAll(destination(document));
        document.put("destination", own);
      } else {
        document.put("source", own);
      }
      documents.add(document);
      if (!action.equals("Log")) {
        rules.add(new Rule(action, peer.meaning(), ports.meaning()));
      }
    }
    return new Meant<>(documents, rules);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> destination(Map<String, Object> rule) {
    return (Map<String, Object>) rule.getOrDefault("destination", Map.of());
  }

  private Meant<Map<String, Object>, Predicate<Peer>> peer(String namespace) {
    var pods = selector(2);
    return switch (cluster.random.nextInt(7)) {
      case 0 -> new Meant<>(Map.of(), it -> true);
      case 5 ->
          new Meant<>(
              Map.of("serviceAccounts", Map.of("selector", pods.document())),
              RandomPolicies.pods(it ->
                  (namespace.isEmpty() || it.namespace().equals(namespace))
                      && pods.meaning().test(it.account().labels())));
      case 6 ->
          new Meant<>(
              Map.of(
                  "serviceAccounts",
                  Map.of("names", List.of("runner"), "selector", pods.document()),
                  "namespaceSelector",
                  "team == 'a'"),
              RandomPolicies.pods(it ->
                  "a".equals(it.spaceLabels().get("team"))
                      && it.account().name().equals("runner")
                      && pods.meaning().test(it.account().labels())));
      case 1 ->
          new Meant<>(
              Map.of("selector", pods.document()),
              RandomPolicies.pods(it ->
                  (namespace.isEmpty() || it.namespace().equals(namespace))
                      && pods.meaning().test(it.labels())));
      case 2 ->
          new Meant<>(
              Map.of("selector", pods.document(), "namespaceSelector", "team == 'a'"),
              RandomPolicies.pods(it ->
                  "a".equals(it.spaceLabels().get("team")) && pods.meaning().test(it.labels())));
      case 3 ->
          new Meant<>(
              Map.of("nets", List.of("10.0.0.0/16"), "notNets", List.of("10.0.1.0/24")),
              it ->
                  RandomPolicies.within("10.0.0.0/16", it.address())
                      && !RandomPolicies.within("10.0.1.0/24", it.address()));
      default ->
          new Meant<>(
              Map.of("namespaceSelector", "projectcalico.org/name == 'ns1'"),
              RandomPolicies.pods(it -> it.namespace().equals("ns1")));
    };
  }

  private Meant<Map<String, Object>, PortRule> ports() {
    return switch (cluster.random.nextInt(5)) {
      case 0 -> new Meant<>(Map.of(), (port, at) -> true);
      case 1 ->
          new Meant<>(
              Map.of("protocol", "TCP", "destination", Map.of("ports", List.of(80L, "8000:8443"))),
              (port, at) ->
                  port.protocol() == Protocol.TCP
                      && (port.number() == 80 || port.number() >= 8000 && port.number() <= 8443));
      case 2 ->
          new Meant<>(
              Map.of("protocol", "TCP", "destination", Map.of("notPorts", List.of(443L))),
              (port, at) -> port.protocol() == Protocol.TCP && port.number() != 443);
      case 3 ->
          new Meant<>(Map.of("notProtocol", "UDP"), (port, at) -> port.protocol() != Protocol.UDP);
      default ->
          new Meant<>(
              Map.of("protocol", "TCP", "destination", Map.of("ports", List.of("web"))),
              RandomPolicies::web);
    };
  }
}
