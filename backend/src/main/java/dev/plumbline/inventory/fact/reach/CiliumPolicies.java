package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads CiliumNetworkPolicies and their clusterwide kin. Deny rules come before all others; what is
 * allowed adds up with NetworkPolicies.
 */
final class CiliumPolicies {

  private static final double DENIES = -1;

  private final CiliumPeers peers;

  CiliumPolicies(Snapshot snapshot) {
    peers = new CiliumPeers(snapshot);
  }

  Stream<Policy> read(KubeObject object) {
    var specs = new ArrayList<>(Documents.maps(object.document(), "specs"));
    var spec = Documents.map(object.document(), "spec");
    if (!spec.isEmpty()) {
      specs.add(spec);
    }
    String name = KubernetesPolicies.name(object);
    return specs.isEmpty()
        ? Stream.of(Doubts.policy(name, name + " has no spec"))
        : specs.stream().flatMap(it -> read(name, object.key().namespace(), it));
  }

  private Stream<Policy> read(String name, String namespace, Map<String, Object> spec) {
    if (spec.containsKey("nodeSelector")) {
      return Stream.of(ofNodes(name));
    }
    Who subject = CiliumPeers.subject(Documents.map(spec, "endpointSelector"), namespace);
    return Stream.of(
        new Policy(
            name,
            Tier.DEFAULT,
            DENIES,
            subject,
            denies(spec, Direction.INGRESS, namespace),
            denies(spec, Direction.EGRESS, namespace)),
        new Policy(
            name,
            Tier.DEFAULT,
            KubernetesPolicies.ORDER,
            subject,
            allows(spec, Direction.INGRESS, namespace),
            allows(spec, Direction.EGRESS, namespace)));
  }

  private static Policy ofNodes(String name) {
    String why = name + " holds for nodes";
    Who some = new Who.AllOf(List.of(new Who.Hosts(), new Who.Unclear(why)));
    var side = Optional.of(new Side(Closes.UNCLEAR, Doubts.rules(why).toList()));
    return new Policy(name, Tier.DEFAULT, DENIES, some, side, side);
  }

  private Optional<Side> denies(Map<String, Object> spec, Direction direction, String namespace) {
    List<Rule> rules = rules(spec, field(direction) + "Deny", Action.DENY, direction, namespace);
    return rules.isEmpty() ? Optional.empty() : Optional.of(new Side(Closes.NO, rules));
  }

  private Optional<Side> allows(Map<String, Object> spec, Direction direction, String namespace) {
    Closes closes = closes(spec, field(direction));
    List<Rule> rules = rules(spec, field(direction), Action.ALLOW, direction, namespace);
    return closes == Closes.NO && rules.isEmpty()
        ? Optional.empty()
        : Optional.of(new Side(closes, rules));
  }

  /** Versions differ in whether an empty list closes. */
  private static Closes closes(Map<String, Object> spec, String field) {
    var asked = Documents.map(spec, "enableDefaultDeny").get(field);
    if (asked instanceof Boolean yes) {
      return yes ? Closes.YES : Closes.NO;
    }
    Predicate<String> has = it -> spec.get(it) instanceof List<?> list && !list.isEmpty();
    if (has.test(field) || has.test(field + "Deny")) {
      return Closes.YES;
    }
    return spec.containsKey(field) || spec.containsKey(field + "Deny") ? Closes.UNCLEAR : Closes.NO;
  }

  private List<Rule> rules(
      Map<String, Object> spec, String field, Action action, Direction side, String namespace) {
    return Documents.maps(spec, field).stream()
        .flatMap(it -> rule(it, action, side, namespace).stream())
        .toList();
  }

  private Optional<Rule> rule(
      Map<String, Object> rule, Action action, Direction side, String namespace) {
    boolean ports = !Documents.maps(rule, "toPorts").isEmpty();
    if (!ports && rule.containsKey("icmps")) {
      return Optional.empty();
    }
    Who who = peers.of(rule, side, namespace, ports);
    return Optional.of(new Rule(action, who, ports(rule)));
  }

  private static PortMatch ports(Map<String, Object> rule) {
    List<Map<String, Object>> lists = Documents.maps(rule, "toPorts");
    return lists.isEmpty()
        ? PortMatch.ALL
        : PortMatch.any(lists.stream().map(CiliumPolicies::portRule).toList());
  }

  private static PortMatch portRule(Map<String, Object> rule) {
    List<Map<String, Object>> ports = Documents.maps(rule, "ports");
    return ports.isEmpty()
        ? PortMatch.ALL
        : PortMatch.any(ports.stream().map(CiliumPolicies::port).toList());
  }

  private static PortMatch port(Map<String, Object> port) {
    String protocol = Documents.text(port, "protocol");
    Stream<Ports.Protocol> meant =
        protocol.isEmpty() || protocol.equals("ANY")
            ? Stream.of(Ports.Protocol.values())
            : PortMatch.protocol(protocol).stream();
    return PortMatch.any(meant.map(it -> port(it, port)).toList());
  }

  private static PortMatch port(Ports.Protocol protocol, Map<String, Object> port) {
    String number = Documents.text(port, "port");
    if (number.isEmpty() || number.equals("0")) {
      return PortMatch.of(Ports.all(protocol));
    }
    boolean digits = number.chars().allMatch(Character::isDigit) && number.length() < 6;
    Object meant = digits ? (Object) Long.valueOf(number) : number;
    return PortMatch.port(protocol, meant, PortMatch.number(port, "endPort"));
  }

  private static String field(Direction direction) {
    return direction == Direction.INGRESS ? "ingress" : "egress";
  }
}
