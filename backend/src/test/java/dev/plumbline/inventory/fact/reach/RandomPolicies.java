package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import dev.plumbline.inventory.fact.reach.RandomCluster.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Made-up policies, each as the document the product reads and as predicates a judge can ask. */
final class RandomPolicies {

  /** Somebody at the other end: a pod, or an address outside. */
  record Peer(@Nullable Pod pod, String address) {

    static Peer of(Pod pod) {
      return new Peer(pod, pod.address());
    }
  }

  /** A port at its destination. */
  record Port(Protocol protocol, int number) {}

  /** Whether a rule means a port of a destination. */
  interface PortRule {
    boolean test(Port port, @Nullable Pod destination);
  }

  /** A rule for a judge. */
  record Rule(String action, Predicate<Peer> peers, PortRule ports) {}

  /** A policy for a judge; a direction it does not speak of is null. */
  record Policy(
      double order,
      boolean admin,
      boolean baseline,
      boolean closes,
      Predicate<Pod> subject,
      @Nullable List<Rule> ingress,
      @Nullable List<Rule> egress) {}

  /** A part of a document with what it means. */
  record Meant<D, M>(D document, M meaning) {}

  final RandomCluster cluster;
  final List<Policy> policies = new ArrayList<>();
  private int names;

  RandomPolicies(RandomCluster cluster) {
    this.cluster = cluster;
  }

  String name() {
    return "policy" + names++;
  }

  Meant<Map<String, Object>, Predicate<Map<String, String>>> selector(String... keys) {
    String key = cluster.one(List.of(keys));
    String value = cluster.chance(2) ? "a" : "b";
    return switch (cluster.random.nextInt(6)) {
      case 0 -> new Meant<>(Map.of(), labels -> true);
      case 1 -> expression(key, "In", List.of(value), labels -> value.equals(labels.get(key)));
      case 2 -> expression(key, "NotIn", List.of(value), labels -> !value.equals(labels.get(key)));
      case 3 -> expression(key, "Exists", List.of(), labels -> labels.containsKey(key));
      case 4 -> expression(key, "DoesNotExist", List.of(), labels -> !labels.containsKey(key));
      default ->
          new Meant<>(
              Map.of("matchLabels", Map.of(key, value)), labels -> value.equals(labels.get(key)));
    };
  }

  private static Meant<Map<String, Object>, Predicate<Map<String, String>>> expression(
      String key, String operator, List<String> values, Predicate<Map<String, String>> meaning) {
    Map<String, Object> expression = Map.of("key", key, "operator", operator, "values", values);
    return new Meant<>(Map.of("matchExpressions", List.of(expression)), meaning);
  }

  /** A NetworkPolicy. */
  void network() {
    String namespace = cluster.one(cluster.pods).namespace();
    var pods = selector("app", "role");
    boolean in = cluster.random.nextInt(3) > 0;
    boolean out = !in || cluster.chance(2);
    var ingress = rules("from", namespace);
    var egress = rules("to", namespace);
    var spec = new TreeMap<String, Object>();
    spec.put("podSelector", pods.document());
    if (in) {
      spec.put("ingress", ingress.document());
    }
    if (out) {
      spec.put("egress", egress.document());
    }
    boolean defaulted = in && out == !egress.document().isEmpty() && cluster.chance(2);
    if (!defaulted) {
      var types = new ArrayList<String>();
      if (in) {
        types.add("Ingress");
      }
      if (out) {
        types.add("Egress");
      }
      spec.put("policyTypes", types);
    }
    cluster.add(KubernetesPolicies.KIND, namespace, name(), "v1", Map.of("spec", spec));
    policies.add(
        new Policy(
            1000,
            false,
            false,
            true,
            pod -> pod.namespace().equals(namespace) && pods.meaning().test(pod.labels()),
            in ? ingress.meaning() : null,
            out ? egress.meaning() : null));
  }

  private Meant<List<Map<String, Object>>, List<Rule>> rules(String word, String namespace) {
    var documents = new ArrayList<Map<String, Object>>();
    var rules = new ArrayList<Rule>();
    for (int i = cluster.random.nextInt(3); i > 0; i--) {
      var document = new TreeMap<String, Object>();
      var peers = peers(namespace);
      var ports = ports();
      if (!peers.document().isEmpty() || cluster.chance(2)) {
        document.put(word, peers.document());
      }
      document.put("ports", ports.document());
      documents.add(document);
      rules.add(new Rule("Allow", peers.meaning(), ports.meaning()));
    }
    return new Meant<>(documents, rules);
  }

  private Meant<List<Map<String, Object>>, Predicate<Peer>> peers(String namespace) {
    if (cluster.chance(5)) {
      return new Meant<>(List.of(), peer -> true);
    }
    var first = peer(namespace);
    var second = peer(namespace);
    return cluster.chance(2)
        ? new Meant<>(List.of(first.document()), first.meaning())
        : new Meant<>(
            List.of(first.document(), second.document()), first.meaning().or(second.meaning()));
  }

  private Meant<Map<String, Object>, Predicate<Peer>> peer(String namespace) {
    var pods = selector("app", "role");
    var spaces = selector("team", "stage");
    return switch (cluster.random.nextInt(4)) {
      case 0 ->
          new Meant<>(
              Map.of("podSelector", pods.document()),
              pods(pod -> pod.namespace().equals(namespace) && pods.meaning().test(pod.labels())));
      case 1 ->
          new Meant<>(
              Map.of("namespaceSelector", spaces.document()),
              pods(pod -> spaces.meaning().test(pod.spaceLabels())));
      case 2 ->
          new Meant<>(
              Map.of("namespaceSelector", spaces.document(), "podSelector", pods.document()),
              pods(pod ->
                  spaces.meaning().test(pod.spaceLabels()) && pods.meaning().test(pod.labels())));
      default -> block();
    };
  }

  static Predicate<Peer> pods(Predicate<Pod> meaning) {
    return peer -> peer.pod() != null && !peer.pod().host() && meaning.test(peer.pod());
  }

  private Meant<Map<String, Object>, Predicate<Peer>> block() {
    String cidr = cluster.one(List.of("0.0.0.0/0", "10.0.0.0/16", "10.0.1.0/24", "192.168.0.0/24"));
    List<String> except = cluster.chance(2) ? List.of("10.0.1.0/24") : List.of();
    return new Meant<>(
        Map.of("ipBlock", Map.of("cidr", cidr, "except", except)),
        peer ->
            within(cidr, peer.address())
                && except.stream().noneMatch(it -> within(it, peer.address())));
  }

  /** By the text alone; the blocks above end where dots are. */
  static boolean within(String cidr, String address) {
    int octets = Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1)) / 8;
    var prefix = List.of(cidr.substring(0, cidr.indexOf('/')).split("\\.")).subList(0, octets);
    return List.of(address.split("\\.")).subList(0, octets).equals(prefix);
  }

  private Meant<List<Map<String, Object>>, PortRule> ports() {
    return switch (cluster.random.nextInt(5)) {
      case 0 -> new Meant<>(List.of(), (port, at) -> true);
      case 1 -> new Meant<>(List.of(Map.of("port", 80L)), (port, at) -> is(port, Protocol.TCP, 80));
      case 2 ->
          new Meant<>(
              List.of(Map.of("protocol", "UDP", "port", 53L), Map.of("protocol", "SCTP")),
              (port, at) -> is(port, Protocol.UDP, 53) || port.protocol() == Protocol.SCTP);
      case 3 ->
          new Meant<>(
              List.of(Map.of("port", 8000L, "endPort", 8443L)),
              (port, at) ->
                  port.protocol() == Protocol.TCP
                      && port.number() >= 8000
                      && port.number() <= 8443);
      default -> new Meant<>(List.of(Map.of("port", "web")), RandomPolicies::web);
    };
  }

  static boolean is(Port port, Protocol protocol, int number) {
    return port.protocol() == protocol && port.number() == number;
  }

  static boolean web(Port port, @Nullable Pod at) {
    return at != null && port.protocol() == Protocol.TCP && port.number() == at.web();
  }

  /** An AdminNetworkPolicy, or the baseline. */
  void admin(boolean baseline, int priority) {
    var subject = target();
    var ingress = adminRules("from", baseline);
    var egress = adminRules("to", baseline);
    Map<String, Object> spec =
        Map.of(
            "priority", (long) priority,
            "subject", subject.document(),
            "ingress", ingress.document(),
            "egress", egress.document());
    String kind = baseline ? "BaselineAdminNetworkPolicy" : "AdminNetworkPolicy";
    cluster.add(
        new Kind("policy.networking.k8s.io", kind), "", name(), "v1alpha1", Map.of("spec", spec));
    policies.add(
        new Policy(
            priority,
            !baseline,
            baseline,
            false,
            pod -> subject.meaning().test(Peer.of(pod)),
            ingress.meaning(),
            egress.meaning()));
  }

  private Meant<Map<String, Object>, Predicate<Peer>> target() {
    var pods = selector("app", "role");
    var spaces = selector("team", "stage");
    return cluster.chance(2)
        ? new Meant<>(
            Map.of("namespaces", spaces.document()),
            pods(pod -> spaces.meaning().test(pod.spaceLabels())))
        : new Meant<>(
            Map.of(
                "pods",
                Map.of("namespaceSelector", spaces.document(), "podSelector", pods.document())),
            pods(pod ->
                spaces.meaning().test(pod.spaceLabels()) && pods.meaning().test(pod.labels())));
  }

  private Meant<List<Map<String, Object>>, List<Rule>> adminRules(String word, boolean baseline) {
    var documents = new ArrayList<Map<String, Object>>();
    var rules = new ArrayList<Rule>();
    for (int i = cluster.random.nextInt(3); i > 0; i--) {
      String action = cluster.one(List.of("Allow", "Deny", baseline ? "Deny" : "Pass"));
      var peer =
          word.equals("to") && cluster.chance(3)
              ? new Meant<Map<String, Object>, Predicate<Peer>>(
                  Map.of("networks", List.of("10.0.0.0/24")),
                  it -> within("10.0.0.0/24", it.address()))
              : target();
      boolean some = cluster.chance(2);
      Map<String, Object> port =
          Map.of("portRange", Map.of("protocol", "TCP", "start", 80L, "end", 443L));
      var document = new TreeMap<String, Object>(Map.of("action", action));
      document.put(word, List.of(peer.document()));
      if (some) {
        document.put("ports", List.of(port, Map.of("namedPort", "web")));
      }
      documents.add(document);
      rules.add(
          new Rule(
              action,
              peer.meaning(),
              (it, at) ->
                  !some
                      || web(it, at)
                      || it.protocol() == Protocol.TCP && it.number() >= 80 && it.number() <= 443));
    }
    return new Meant<>(documents, rules);
  }
}
