package dev.plumbline.inventory.fact.mesh;

import java.util.List;

/**
 * A workload's place in a service mesh. Where its pods differ, the weakest counts.
 *
 * @param proxy what takes its traffic into the mesh
 * @param enrolled whether anything does
 * @param asked whether labels or annotations ask for it
 * @param gateway whether it runs the mesh's proxy alone, to let traffic in or out
 * @param why it is in the mesh or outside, for people
 * @param mtls what its ports take where {@code ports} says nothing else; {@code DISABLE} outside
 * @param decidedBy what set {@code mtls}, for people: {@code PeerAuthentication shop/default}
 * @param ports declared ports and those that policies name, in order
 * @param access {@code open} where no policy limits who may connect, {@code filtered} where some
 *     requests are denied, {@code limited} where only listed ones are allowed, {@code closed} where
 *     none is
 * @param policies those in force, as {@code ALLOW AuthorizationPolicy shop/web}
 * @param clientRules what DestinationRules make clients do
 * @param bypassed ports whose incoming traffic goes around the proxy, as annotations write them
 * @param bypassedOut the same of outgoing traffic
 */
public record Membership(
    Proxy proxy,
    boolean enrolled,
    boolean asked,
    boolean gateway,
    String why,
    Mode mtls,
    String decidedBy,
    List<PortMode> ports,
    String access,
    List<String> policies,
    List<ClientRule> clientRules,
    List<String> bypassed,
    List<String> bypassedOut) {

  static final Membership UNSEEN =
      outside(new Enrolment(Proxy.NONE, false, false, "its pods were not seen"));

  public Membership {
    ports = List.copyOf(ports);
    policies = List.copyOf(policies);
    clientRules = List.copyOf(clientRules);
    bypassed = List.copyOf(bypassed);
    bypassedOut = List.copyOf(bypassedOut);
  }

  static Membership outside(Enrolment enrolment) {
    return new Membership(
        Proxy.NONE,
        false,
        enrolment.asked(),
        false,
        enrolment.why(),
        Mode.DISABLE,
        enrolment.why(),
        List.of(),
        "open",
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** What one port takes. */
  public Mode mode(int port) {
    return ports.stream()
        .filter(known -> known.port() == port)
        .map(PortMode::mode)
        .findFirst()
        .orElse(mtls);
  }
}
