package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import dev.plumbline.inventory.fact.reach.RandomCluster.Pod;
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

/** Made-up policies of Cilium; its plug-in stays unnamed, so that addresses of pods count. */
final class RandomCilium {

  private final RandomPolicies all;
  private final RandomCluster cluster;

  RandomCilium(RandomPolicies all) {
    this.all = all;
    this.cluster = all.cluster;
  }

  void add() {
    group("near", "a", "10.0.0.0/16", "192.168.0.0/24");
    group("far", "b", "10.0.1.0/24");
    int count = 1 + cluster.random.nextInt(4);
    for (int i = 0; i < count; i++) {
      add(cluster.chance(2));
    }
  }

  private void add(boolean clusterwide) {
    String namespace = clusterwide ? "" : cluster.one(cluster.pods).namespace();
    var subject = all.selector("app", "role");
    var spec = new TreeMap<String, Object>();
    spec.put("endpointSelector", subject.document());
    Predicate<Pod> pods =
        pod ->
            (clusterwide || pod.namespace().equals(namespace))
                && subject.meaning().test(pod.labels());
    var ingress = side(spec, "ingress", "Endpoints", "from", namespace);
    var egress = side(spec, "egress", "Endpoints", "to", namespace);
    String kind = clusterwide ? "CiliumClusterwideNetworkPolicy" : "CiliumNetworkPolicy";
    boolean several = cluster.chance(3);
    cluster.add(
        new Kind("cilium.io", kind),
        namespace,
        all.name(),
        "v2",
        several ? Map.of("specs", List.of(spec)) : Map.of("spec", spec));
    all.policies.add(new Policy(-1, false, false, false, pods, ingress.denies, egress.denies));
    all.policies.add(
        new Policy(
            1000,
            false,
            false,
            ingress.closes,
            pods,
            ingress.closes || !ingress.allows.isEmpty() ? ingress.allows : null,
            null));
    all.policies.add(
        new Policy(
            1000,
            false,
            false,
            egress.closes,
            pods,
            null,
            egress.closes || !egress.allows.isEmpty() ? egress.allows : null));
  }

  private void group(String name, String team, String... addresses) {
    cluster.add(
        CiliumPeers.GROUPS,
        "",
        name,
        "v2",
        Map.of(
            "metadata",
            Map.of("labels", Map.of("team", team)),
            "spec",
            Map.of("externalCIDRs", List.of(addresses))));
  }

  private record Side(boolean closes, List<Rule> allows, List<Rule> denies) {}

  private Side side(
      Map<String, Object> spec, String field, String what, String word, String namespace) {
    var allows = rules("Allow", word + what, word, namespace);
    var denies = rules("Deny", word + what, word, namespace);
    boolean any = !allows.document().isEmpty() || !denies.document().isEmpty();
    if (!allows.document().isEmpty()) {
      spec.put(field, allows.document());
    }
    if (!denies.document().isEmpty()) {
      spec.put(field + "Deny", denies.document());
    }
    boolean open = any && cluster.chance(4);
    if (open) {
      var asked = new TreeMap<String, Object>(Map.of(field, false));
      if (spec.get("enableDefaultDeny") instanceof Map<?, ?> before) {
        before.forEach((key, value) -> asked.put(key.toString(), value));
      }
      spec.put("enableDefaultDeny", asked);
    }
    return new Side(any && !open, allows.meaning(), denies.meaning());
  }

  private Meant<List<Map<String, Object>>, List<Rule>> rules(
      String action, String endpoints, String word, String namespace) {
    var documents = new ArrayList<Map<String, Object>>();
    var rules = new ArrayList<Rule>();
    for (int i = cluster.random.nextInt(3); i > 0; i--) {
      var ports = ports();
      var peers = peers(endpoints, word, namespace, !ports.document().isEmpty());
      var document = new TreeMap<String, Object>(peers.document());
      document.putAll(ports.document());
      documents.add(document);
      rules.add(new Rule(action, peers.meaning(), ports.meaning()));
    }
    return new Meant<>(documents, rules);
  }

  private Meant<Map<String, Object>, Predicate<Peer>> peers(
      String endpoints, String word, String namespace, boolean ports) {
    var pods = all.selector("app", "role");
    return switch (cluster.random.nextInt(9)) {
      case 0 -> new Meant<>(Map.of(), it -> ports);
      case 6 ->
          new Meant<>(
              Map.of(word + "CIDRSet", List.of(Map.of("cidrGroupRef", "gone"))), it -> false);
      case 7 ->
          new Meant<>(
              Map.of(
                  word + "CIDRSet",
                  List.of(Map.of("cidrGroupRef", "near", "except", List.of("10.0.1.0/24")))),
              it ->
                  (RandomPolicies.within("10.0.0.0/16", it.address())
                          || RandomPolicies.within("192.168.0.0/24", it.address()))
                      && !RandomPolicies.within("10.0.1.0/24", it.address()));
      case 8 ->
          new Meant<>(
              Map.of(
                  word + "CIDRSet",
                  List.of(Map.of("cidrGroupSelector", Map.of("matchLabels", Map.of("team", "b"))))),
              it -> RandomPolicies.within("10.0.1.0/24", it.address()));
      case 1 ->
          new Meant<>(
              Map.of(endpoints, List.of(pods.document())),
              RandomPolicies.pods(it ->
                  (namespace.isEmpty() || it.namespace().equals(namespace))
                      && pods.meaning().test(it.labels())));
      case 2 ->
          new Meant<>(
              Map.of(
                  endpoints,
                  List.of(Map.of("matchLabels", Map.of("k8s:io.kubernetes.pod.namespace", "ns2")))),
              RandomPolicies.pods(it -> it.namespace().equals("ns2")));
      case 3 ->
          new Meant<>(
              Map.of(
                  endpoints,
                  List.of(
                      Map.of(
                          "matchLabels",
                          Map.of("io.cilium.k8s.namespace.labels.team", "a", "any:app", "a")))),
              RandomPolicies.pods(it ->
                  "a".equals(it.spaceLabels().get("team")) && "a".equals(it.labels().get("app"))));
      case 4 -> new Meant<>(Map.of(word + "Entities", List.of("cluster")), it -> it.pod() != null);
      default ->
          new Meant<>(
              Map.of(word + "CIDR", List.of("10.0.0.0/24"), word + "Entities", List.of("world")),
              it -> it.pod() == null || RandomPolicies.within("10.0.0.0/24", it.address()));
    };
  }

  private Meant<Map<String, Object>, PortRule> ports() {
    return switch (cluster.random.nextInt(4)) {
      case 0 -> new Meant<>(Map.of(), (port, at) -> true);
      case 1 -> ports(Map.of("port", "53", "protocol", "ANY"), (port, at) -> port.number() == 53);
      case 2 ->
          ports(
              Map.of("port", "8000", "endPort", 8443L, "protocol", "TCP"),
              (port, at) ->
                  port.protocol() == Protocol.TCP
                      && port.number() >= 8000
                      && port.number() <= 8443);
      default -> ports(Map.of("port", "web", "protocol", "TCP"), RandomPolicies::web);
    };
  }

  private static Meant<Map<String, Object>, PortRule> ports(
      Map<String, Object> port, PortRule meaning) {
    return new Meant<>(Map.of("toPorts", List.of(Map.of("ports", List.of(port)))), meaning);
  }
}
