package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads Calico's NetworkPolicies and GlobalNetworkPolicies. */
final class CalicoPolicies {

  private static final Kind TIER = new Kind("crd.projectcalico.org", "Tier");
  private static final Set<String> FOR_NODES = Set.of("doNotTrack", "preDNAT");

  private final Map<String, KubeObject> tiers = new HashMap<>();
  private final CalicoPeers peers;

  CalicoPolicies(Snapshot snapshot) {
    snapshot.all(TIER).forEach(it -> tiers.put(it.key().name(), it));
    peers = new CalicoPeers(snapshot);
  }

  Policy read(KubeObject object) {
    var spec = Documents.map(object.document(), "spec");
    String name = KubernetesPolicies.name(object);
    Optional<Tier> tier = tier(spec);
    if (tier.isEmpty()) {
      return Doubts.policy(name, name + " belongs to a tier that was not read");
    }
    boolean nodes = FOR_NODES.stream().anyMatch(it -> Documents.flag(spec, it));
    Who subject = nodes ? new Who.AnyOf(List.of()) : peers.subject(spec, object.key().namespace());
    return new Policy(
        name,
        tier.get(),
        order(spec),
        subject,
        side(spec, Direction.INGRESS, object.key().namespace()),
        side(spec, Direction.EGRESS, object.key().namespace()));
  }

  private Optional<Tier> tier(Map<String, Object> spec) {
    String name = Documents.text(spec, "tier");
    if (name.isEmpty() || name.equals("default")) {
      return Optional.of(Tier.DEFAULT);
    }
    return Optional.ofNullable(tiers.get(name))
        .map(it -> new Tier(order(Documents.map(it.document(), "spec")), name));
  }

  private static double order(Map<String, Object> spec) {
    return spec.get("order") instanceof Number number
        ? number.doubleValue()
        : Double.POSITIVE_INFINITY;
  }

  private Optional<Side> side(Map<String, Object> spec, Direction direction, String namespace) {
    String field = direction == Direction.INGRESS ? "ingress" : "egress";
    List<Map<String, Object>> rules = Documents.maps(spec, field);
    return speaks(spec, direction, !rules.isEmpty())
        ? Optional.of(
            new Side(
                closes(spec),
                rules.stream().flatMap(it -> rules(it, direction, namespace)).toList()))
        : Optional.empty();
  }

  private static boolean speaks(Map<String, Object> spec, Direction direction, boolean rules) {
    List<String> types = Documents.texts(spec, "types");
    if (!types.isEmpty()) {
      return types.contains(direction == Direction.INGRESS ? "Ingress" : "Egress");
    }
    return rules || direction == Direction.INGRESS && Documents.maps(spec, "egress").isEmpty();
  }

  private Closes closes(Map<String, Object> spec) {
    var tier =
        Optional.ofNullable(tiers.get(Documents.text(spec, "tier")))
            .map(it -> Documents.map(it.document(), "spec"))
            .orElse(Map.of());
    return Documents.text(tier, "defaultAction").equals("Pass") ? Closes.NO : Closes.YES;
  }

  private Stream<Rule> rules(Map<String, Object> rule, Direction direction, String namespace) {
    Who who = peers.of(rule, direction, namespace);
    PortMatch ports = ports(rule);
    return switch (Documents.text(rule, "action")) {
      case "Allow" -> Stream.of(new Rule(Action.ALLOW, who, ports));
      case "Deny" -> Stream.of(new Rule(Action.DENY, who, ports));
      case "Pass" -> Stream.of(new Rule(Action.PASS, who, ports));
      case "Log" -> Stream.empty();
      default -> Doubts.rules("an action that is not known: " + Documents.text(rule, "action"));
    };
  }

  private static PortMatch ports(Map<String, Object> rule) {
    var protocols = protocols(rule);
    var destination = Documents.map(rule, "destination");
    var wanted = list(destination, "ports");
    var unwanted = list(destination, "notPorts");
    PortMatch match =
        PortMatch.any(
            protocols.stream()
                .flatMap(protocol ->
                    wanted.isEmpty()
                        ? Stream.of(PortMatch.of(Ports.all(protocol)))
                        : wanted.stream().map(it -> port(protocol, it)))
                .toList());
    Ports not =
        protocols.stream()
            .flatMap(protocol -> unwanted.stream().map(it -> port(protocol, it).numbers()))
            .reduce(Ports.NONE, Ports::or);
    return new PortMatch(match.numbers().minus(not), match.named());
  }

  private static List<Ports.Protocol> protocols(Map<String, Object> rule) {
    var all = new ArrayList<>(List.of(Ports.Protocol.values()));
    if (rule.containsKey("protocol")) {
      all.retainAll(PortMatch.protocol(String.valueOf(rule.get("protocol"))).stream().toList());
    }
    if (rule.containsKey("notProtocol")) {
      all.removeAll(PortMatch.protocol(String.valueOf(rule.get("notProtocol"))).stream().toList());
    }
    return all;
  }

  private static PortMatch port(Ports.Protocol protocol, Object port) {
    if (port instanceof Long || !port.toString().matches("\\d{1,5}(:\\d{1,5})?")) {
      return PortMatch.port(protocol, port, 0);
    }
    String[] ends = port.toString().split(":");
    long from = Long.parseLong(ends[0]);
    return PortMatch.port(protocol, from, Long.parseLong(ends[ends.length - 1]));
  }

  private static List<?> list(Map<String, Object> document, String field) {
    return document.get(field) instanceof List<?> list ? list : List.of();
  }
}
