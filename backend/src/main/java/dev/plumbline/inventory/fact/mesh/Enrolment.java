package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    String ask = Asks.of(group, namespace);
    Set<String> names = names(group, "containers");
    if (names.equals(Set.of(ISTIO_PROXY))) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, true, "it runs Istio's proxy alone");
    }
    Set<String> all =
        Stream.concat(names.stream(), names(group, "initContainers").stream())
            .collect(Collectors.toSet());
    if (all.contains(ISTIO_PROXY)) {
      return new Enrolment(Proxy.ISTIO_SIDECAR, true, false, "its pods run istio-proxy");
    }
    if (all.contains(LINKERD_PROXY)) {
      return new Enrolment(Proxy.LINKERD, true, false, "its pods run linkerd-proxy");
    }
    return withoutProxy(group, namespace, ask);
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
    return Documents.maps(group.spec(), list).stream()
        .map((Map<String, Object> container) -> Documents.text(container, "name"))
        .collect(Collectors.toSet());
  }
}
