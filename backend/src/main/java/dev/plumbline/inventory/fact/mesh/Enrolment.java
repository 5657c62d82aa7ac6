package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.Container.Role;
import dev.plumbline.inventory.Workload.PodGroup;

/**
 * Whether pods are in a mesh. Pods that run show it themselves; of a template the labels and
 * annotations tell what would be injected.
 *
 * @param why for people
 */
record Enrolment(Proxy proxy, boolean asked, boolean gateway, String why) {

  static final String ISTIO_PROXY = "istio-proxy";
  static final String LINKERD_PROXY = "linkerd-proxy";

  static Enrolment of(PodGroup group, Asks.Namespace namespace) {
    if (runs(ISTIO_PROXY, group)) {
      return alone(group)
          ? new Enrolment(Proxy.ISTIO_SIDECAR, true, true, "it runs Istio's proxy alone")
          : new Enrolment(Proxy.ISTIO_SIDECAR, true, false, "its pods run istio-proxy");
    }
    if (runs(LINKERD_PROXY, group)) {
      return new Enrolment(Proxy.LINKERD, true, false, "its pods run linkerd-proxy");
    }
    return withoutProxy(group, namespace, Asks.of(group, namespace));
  }

  private static Enrolment withoutProxy(PodGroup group, Asks.Namespace namespace, String ask) {
    if (group.hostNetwork()) {
      return new Enrolment(Proxy.NONE, false, false, "its pods use the network of their node");
    }
    String ambient = Asks.ambient(group, namespace);
    if (!ambient.isEmpty()) {
      return new Enrolment(Proxy.ISTIO_AMBIENT, true, false, ambient);
    }
    if (ask.isEmpty()) {
      return new Enrolment(Proxy.NONE, false, false, "nothing asks for a mesh's proxy");
    }
    return group.pods().isEmpty()
        ? new Enrolment(Asks.proxy(ask), true, false, ask)
        : new Enrolment(Proxy.NONE, true, false, ask + ", but its pods run without proxy");
  }

  private static boolean runs(String name, PodGroup group) {
    for (Container container : group.containers()) {
      if (container.role() != Role.EPHEMERAL && container.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the proxy is what the pods are for: it is among their main containers and all. */
  private static boolean alone(PodGroup group) {
    boolean found = false;
    for (Container container : group.containers()) {
      if (container.role() == Role.MAIN) {
        if (!container.name().equals(ISTIO_PROXY)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
