package dev.plumbline.inventory.fact.mesh;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What counts of two memberships of one workload's unlike pods. */
final class Weakest {

  private static final List<String> ACCESS = List.of("open", "filtered", "limited", "closed");

  private Weakest() {}

  static Membership of(Membership one, Membership other) {
    if (!one.enrolled() || !other.enrolled()) {
      return one.enrolled() ? other : one;
    }
    boolean first = Mode.weaker(one.mtls(), other.mtls()) == one.mtls();
    return new Membership(
        one.proxy(),
        true,
        one.asked() || other.asked(),
        one.gateway() && other.gateway(),
        one.why(),
        first ? one.mtls() : other.mtls(),
        first ? one.decidedBy() : other.decidedBy(),
        ports(one, other),
        ACCESS.indexOf(one.access()) <= ACCESS.indexOf(other.access())
            ? one.access()
            : other.access(),
        both(one.policies(), other.policies()),
        both(one.clientRules(), other.clientRules()),
        both(one.bypassed(), other.bypassed()),
        both(one.bypassedOut(), other.bypassedOut()));
  }

  private static List<PortMode> ports(Membership one, Membership other) {
    var ports = new TreeMap<Integer, PortMode>();
    Stream.concat(one.ports().stream(), other.ports().stream())
        .forEach(port ->
            ports.merge(
                port.port(), port, (a, b) -> Mode.weaker(a.mode(), b.mode()) == a.mode() ? a : b));
    return List.copyOf(ports.values());
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
