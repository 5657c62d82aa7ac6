package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import java.util.List;
import java.util.Map;

/** Which callers policies let through to a workload. */
final class Admission {

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

  private final Reachability reachability;
  private final Proxies proxies;

  Admission(Reachability reachability, List<Workload> workloads) {
    this.reachability = reachability;
    this.proxies =
        new Proxies(
            reachability.net(),
            workloads.stream().filter(Admission::proxy).map(Workload::key).toList());
  }

  /** Every pod of a mesh has Istio's proxy: only what calls itself a gateway leads in. */
  private static boolean proxy(Workload workload) {
    for (PodGroup group : workload.groups()) {
      for (Map<String, Object> container : Documents.maps(group.spec(), "containers")) {
        String image = Documents.text(container, "image");
        if (PROXY.stream().anyMatch(image::contains)
            && (!image.contains(ISTIO) || workload.key().name().contains("gateway"))) {
          return true;
        }
      }
    }
    return false;
  }

  Admits fromOutside(ObjectKey workload, Ports ports) {
    Verdict verdict = reachability.fromOutside(workload).on(ports);
    return verdict.open() || verdict.closed() || reachability.doubts(workload).isEmpty()
        ? verdict.open() ? Admits.ALL : verdict.closed() ? Admits.NONE : Admits.SOME
        : Admits.NOT_KNOWN;
  }

  /** Through a proxy in the cluster; where none is recognised, pods open to all are open to it. */
  Admits throughProxy(ObjectKey workload, Ports ports) {
    if (proxies.none()) {
      boolean open = fromOutside(workload, ports) == Admits.ALL;
      return open ? Admits.ALL : Admits.NOT_KNOWN;
    }
    return proxies.reach(workload, ports);
  }
}
