package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
    Set<String> names = names(group, "containers");
    if (names.size() == 1 && names.contains(ISTIO_PROXY)) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, true, "it runs Istio's proxy alone");
    }
    Set<String> before = names(group, "initContainers");
    if (names.contains(ISTIO_PROXY) || before.contains(ISTIO_PROXY)) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, false, "its pods run istio-proxy");
    }
    if (names.contains(LINKERD_PROXY) || before.contains(LINKERD_PROXY)) {
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

  private static Set<String> names(PodGroup group, String list) {
    var names = new HashSet<String>();
    for (Map<String, Object> container : Documents.maps(group.spec(), list)) {
      names.add(Documents.text(container, "name"));
    }
    return names;
  }
}
