package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.Container.Role;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the containers of all workloads tell of ways in; they come one after the other. */
final class Containers {

  private static final String ISTIO = "istio/proxyv2";

  /** Parts of the names of images that pass traffic on. */
  private static final List<String> PROXY =
      List.of(
          "ingress-nginx",
          "nginx-ingress",
          "nginx-gateway",
          "traefik",
          "haproxy",
          "contour",
          "envoyproxy/",
          "kong",
          "emissary",
          "ambassador",
          "apisix",
          "skipper",
          "cilium-envoy",
          ISTIO);

  /**
   * A port that is open on nodes.
   *
   * @param network whether the pods use the network of their node
   * @param port as written; empty when none is, and any may be
   */
  record OnNode(Workload workload, boolean network, Optional<Map<String, Object>> port) {}

  private final List<Workload> proxies = new ArrayList<>();
  private final List<OnNode> onNodes = new ArrayList<>();

  /** Workloads that pass traffic on, in order. */
  List<Workload> proxies() {
    return proxies;
  }

  /** Ports on nodes, in the order of their workloads. */
  List<OnNode> onNodes() {
    return onNodes;
  }

  void add(Workload workload) {
    boolean proxy = false;
    for (PodGroup group : workload.groups()) {
      boolean any = group.hostNetwork();
      for (Container container : group.containers()) {
        proxy = proxy || container.role() == Role.MAIN && proxy(workload, container);
        any &= container.role() == Role.EPHEMERAL || !ports(workload, group, container);
      }
      if (any) {
        onNodes.add(new OnNode(workload, true, Optional.empty()));
      }
    }
    if (proxy) {
      proxies.add(workload);
    }
  }

  /** Whether the container names any port. */
  private boolean ports(Workload workload, PodGroup group, Container container) {
    for (Map<String, Object> port : container.ports()) {
      if (group.hostNetwork() || PortMatch.number(port, "hostPort") > 0) {
        onNodes.add(new OnNode(workload, group.hostNetwork(), Optional.of(port)));
      }
    }
    return !container.ports().isEmpty();
  }

  /** Every pod of a mesh has Istio's proxy: only what calls itself a gateway leads in. */
  private static boolean proxy(Workload workload, Container container) {
    String image = container.image();
    for (String part : PROXY) {
      if (image.contains(part)) {
        return !image.contains(ISTIO) || workload.key().name().contains("gateway");
      }
    }
    return false;
  }
}
