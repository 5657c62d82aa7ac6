package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.reach.Ports.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ports as a rule names them.
 *
 * @param named to be looked up among the ports of whoever is connected to
 */
record PortMatch(Ports numbers, List<Named> named) {

  static final PortMatch ALL = new PortMatch(Ports.ALL, List.of());

  /** A port by the name that containers give it. */
  record Named(Protocol protocol, String name) {}

  PortMatch {
    named = List.copyOf(named);
  }

  static PortMatch of(Ports ports) {
    return new PortMatch(ports, List.of());
  }

  PortMatch or(PortMatch other) {
    var names = new ArrayList<>(named);
    names.addAll(other.named);
    return new PortMatch(numbers.or(other.numbers), names);
  }

  static PortMatch any(List<PortMatch> all) {
    return all.stream().reduce(of(Ports.NONE), PortMatch::or);
  }

  /** The ports meant at a destination. */
  Ports at(Map<Named, Ports> known) {
    Ports ports = numbers;
    for (Named name : named) {
      ports = ports.or(known.getOrDefault(name, Ports.NONE));
    }
    return ports;
  }

  /** One port by number or name; every port of the protocol when it is neither. */
  static PortMatch port(Protocol protocol, Object port, long end) {
    return switch (port) {
      case Long number -> of(Ports.of(protocol, number.intValue(), (int) Math.max(number, end)));
      case String name -> new PortMatch(Ports.NONE, List.of(new Named(protocol, name)));
      default -> of(Ports.all(protocol));
    };
  }

  static long number(Map<String, Object> document, String field) {
    return document.get(field) instanceof Long number ? number : 0;
  }

  /** TCP where it says nothing, empty for what has no ports. */
  static Optional<Protocol> protocol(Map<String, Object> document) {
    return protocol(document.getOrDefault("protocol", "TCP").toString());
  }

  static Optional<Protocol> protocol(String name) {
    return switch (name) {
      case "TCP", "6" -> Optional.of(Protocol.TCP);
      case "UDP", "17" -> Optional.of(Protocol.UDP);
      case "SCTP", "132" -> Optional.of(Protocol.SCTP);
      default -> Optional.empty();
    };
  }

  /** As NetworkPolicy writes them: an empty list is every port. */
  static PortMatch of(List<Map<String, Object>> ports) {
    return ports.isEmpty() ? ALL : any(ports.stream().map(PortMatch::entry).toList());
  }

  private static PortMatch entry(Map<String, Object> entry) {
    Optional<Object> port = Optional.ofNullable(entry.get("port"));
    return protocol(entry)
        .map(it ->
            port.map(number -> port(it, number, number(entry, "endPort")))
                .orElse(of(Ports.all(it))))
        .orElse(of(Ports.NONE));
  }
}
