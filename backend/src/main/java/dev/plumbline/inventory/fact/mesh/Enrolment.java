package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.List;
import java.util.Map;

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
    List<Map<String, Object>> containers = Documents.maps(group.spec(), "containers");
    boolean sidecar = runs(ISTIO_PROXY, containers);
    if (sidecar && alone(containers)) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, true, "it runs Istio's proxy alone");
    }
    List<Map<String, Object>> before = Documents.maps(group.spec(), "initContainers");
    if (sidecar || runs(ISTIO_PROXY, before)) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, false, "its pods run istio-proxy");
    }
    if (runs(LINKERD_PROXY, containers) || runs(LINKERD_PROXY, before)) {
      return new Enrolment(Proxy.LINKERD, true, false, "its pods run linkerd-proxy");
    }
    return withoutProxy(group, namespace, Asks.of(group, namespace));
  }

  private static Enrolment withoutProxy(PodGroup group, Asks.Namespace namespace, String ask) {
    if (Documents.flag(group.spec(), "hostNetwork")) {
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

  private static boolean runs(String name, List<Map<String, Object>> containers) {
    for (Map<String, Object> container : containers) {
      if (name.equals(container.get("name"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean alone(List<Map<String, Object>> containers) {
    return containers.stream().allMatch(it -> ISTIO_PROXY.equals(it.get("name")));
  }
}
