package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.fact.reach.Policy.Action;
import dev.plumbline.inventory.fact.reach.Policy.Closes;
import dev.plumbline.inventory.fact.reach.Policy.Rule;
import dev.plumbline.inventory.fact.reach.Policy.Side;
import dev.plumbline.inventory.fact.reach.Policy.Tier;
import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads AdminNetworkPolicies, their baseline, and ClusterNetworkPolicies, which replace both. */
final class AdminPolicies {

  private AdminPolicies() {}

  static Policy read(KubeObject object) {
    var spec = Documents.map(object.document(), "spec");
    return new Policy(
        KubernetesPolicies.name(object),
        tier(object, spec),
        PortMatch.number(spec, "priority"),
        who(Documents.map(spec, "subject")),
        side(spec, "ingress", "from"),
        side(spec, "egress", "to"));
  }

  private static Tier tier(KubeObject object, Map<String, Object> spec) {
    boolean baseline =
        object.key().kind().name().startsWith("Baseline")
            || Documents.text(spec, "tier").equals("Baseline");
    return baseline ? Tier.BASELINE : Tier.ADMIN;
  }

  private static Optional<Side> side(Map<String, Object> spec, String direction, String peers) {
    List<Rule> rules =
        Documents.maps(spec, direction).stream().flatMap(it -> rules(it, peers)).toList();
    return rules.isEmpty() ? Optional.empty() : Optional.of(new Side(Closes.NO, rules));
  }

  private static Stream<Rule> rules(Map<String, Object> rule, String peers) {
    Who who = new Who.AnyOf(Documents.maps(rule, peers).stream().map(AdminPolicies::who).toList());
    PortMatch ports = ports(rule);
    return switch (Documents.text(rule, "action")) {
      case "Allow", "Accept" -> Stream.of(new Rule(Action.ALLOW, who, ports));
      case "Deny" -> Stream.of(new Rule(Action.DENY, who, ports));
      case "Pass" -> Stream.of(new Rule(Action.PASS, who, ports));
      default -> Doubts.rules("an action that is not known: " + Documents.text(rule, "action"));
    };
  }

  private static Who who(Map<String, Object> peer) {
    return peer.size() == 1
        ? peer.keySet().stream().map(field -> who(field, peer)).findFirst().orElseThrow()
        : new Who.Unclear("who a policy speaks of is not told by one field");
  }

  private static Who who(String field, Map<String, Object> peer) {
    var value = Documents.map(peer, field);
    return switch (field) {
      case "namespaces" -> new Who.Pods(new Who.Labelled(Labels.of(value)), Labels.ANY);
      case "pods" ->
          new Who.Pods(
              new Who.Labelled(Labels.of(Documents.map(value, "namespaceSelector"))),
              Labels.of(Documents.map(value, "podSelector")));
      case "networks" ->
          new Who.AnyOf(
              Documents.texts(peer, field).stream()
                  .<Who>map(cidr -> new Who.Block(cidr, List.of()))
                  .toList());
      case "nodes" -> value.isEmpty() ? new Who.Hosts() : someHosts();
      case "domainNames" -> new Who.Outside(true);
      default -> new Who.Unclear("field not understood: " + field);
    };
  }

  private static Who someHosts() {
    return new Who.AllOf(
        List.of(new Who.Hosts(), new Who.Unclear("nodes selected by their labels")));
  }

  private static PortMatch ports(Map<String, Object> rule) {
    List<PortMatch> found = new ArrayList<>();
    Documents.maps(rule, "ports").forEach(it -> found.add(alpha(it)));
    Documents.maps(rule, "protocols").forEach(it -> found.add(protocol(it)));
    return found.isEmpty() ? PortMatch.ALL : PortMatch.any(found);
  }

  /** As the first version of these policies writes a port. */
  private static PortMatch alpha(Map<String, Object> port) {
    var number = Documents.map(port, "portNumber");
    var range = Documents.map(port, "portRange");
    if (!number.isEmpty()) {
      long one = PortMatch.number(number, "port");
      return range(number, one, one);
    }
    return range.isEmpty()
        ? anyProtocol(Documents.text(port, "namedPort"))
        : range(range, PortMatch.number(range, "start"), PortMatch.number(range, "end"));
  }

  private static PortMatch range(Map<String, Object> document, long from, long to) {
    return PortMatch.protocol(document)
        .map(it -> PortMatch.of(Ports.of(it, (int) from, (int) to)))
        .orElse(PortMatch.of(Ports.NONE));
  }

  /** As ClusterNetworkPolicy writes it: the protocol is the field. */
  private static PortMatch protocol(Map<String, Object> entry) {
    String name = Documents.text(entry, "destinationNamedPort");
    if (!name.isEmpty()) {
      return anyProtocol(name);
    }
    return PortMatch.any(
        entry.keySet().stream()
            .flatMap(it -> PortMatch.protocol(it.toUpperCase(Locale.ROOT)).stream())
            .map(it -> destination(it, entry))
            .toList());
  }

  private static PortMatch destination(Protocol protocol, Map<String, Object> entry) {
    var fields = Documents.map(entry, protocol.name().toLowerCase(Locale.ROOT));
    var port = Documents.map(fields, "destinationPort");
    var range = Documents.map(port, "range");
    long from = PortMatch.number(port, "number") + PortMatch.number(range, "start");
    long to = PortMatch.number(port, "number") + PortMatch.number(range, "end");
    return PortMatch.of(
        port.isEmpty() ? Ports.all(protocol) : Ports.of(protocol, (int) from, (int) to));
  }

  private static PortMatch anyProtocol(String name) {
    return PortMatch.any(
        Stream.of(Protocol.values()).map(it -> PortMatch.port(it, name, 0)).toList());
  }
}
