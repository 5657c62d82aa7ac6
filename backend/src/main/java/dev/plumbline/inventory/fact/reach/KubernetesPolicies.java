package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads NetworkPolicies. */
final class KubernetesPolicies {

  static final Kind KIND = new Kind("networking.k8s.io", "NetworkPolicy");

  /** Where Calico puts them among its own. */
  static final double ORDER = 1000;

  private KubernetesPolicies() {}

  static Policy read(KubeObject object) {
    var spec = Documents.map(object.document(), "spec");
    String namespace = object.key().namespace();
    List<String> types = Documents.texts(spec, "policyTypes");
    boolean in = types.isEmpty() || types.contains("Ingress");
    boolean out =
        types.isEmpty() ? !Documents.maps(spec, "egress").isEmpty() : types.contains("Egress");
    return new Policy(
        name(object),
        Tier.DEFAULT,
        ORDER,
        pods(namespace, Documents.map(spec, "podSelector")),
        in ? Optional.of(side(spec, "ingress", "from", namespace)) : Optional.empty(),
        out ? Optional.of(side(spec, "egress", "to", namespace)) : Optional.empty());
  }

  /** {@code NetworkPolicy shop/web}. */
  static String name(KubeObject object) {
    String namespace = object.key().namespace();
    return object.key().kind().name()
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + object.key().name();
  }

  private static Side side(
      Map<String, Object> spec, String direction, String peers, String namespace) {
    return new Side(
        Closes.YES,
        Documents.maps(spec, direction).stream().map(it -> rule(it, peers, namespace)).toList());
  }

  private static Rule rule(Map<String, Object> rule, String peers, String namespace) {
    List<Map<String, Object>> named = Documents.maps(rule, peers);
    Who who =
        named.isEmpty()
            ? new Who.Everyone()
            : new Who.AnyOf(named.stream().map(it -> peer(it, namespace)).toList());
    return new Rule(Action.ALLOW, who, PortMatch.of(Documents.maps(rule, "ports")));
  }

  private static Who peer(Map<String, Object> peer, String namespace) {
    if (peer.containsKey("ipBlock")) {
      var block = Documents.map(peer, "ipBlock");
      return new Who.Block(Documents.text(block, "cidr"), Documents.texts(block, "except"));
    }
    if (peer.containsKey("namespaceSelector")) {
      return new Who.Pods(
          new Who.Labelled(Labels.of(Documents.map(peer, "namespaceSelector"))),
          Labels.of(Documents.map(peer, "podSelector")));
    }
    return peer.containsKey("podSelector")
        ? pods(namespace, Documents.map(peer, "podSelector"))
        : new Who.Unclear("a peer of a NetworkPolicy that names nobody");
  }

  private static Who pods(String namespace, Map<String, Object> selector) {
    return new Who.Pods(new Who.In(namespace), Labels.of(selector));
  }
}
