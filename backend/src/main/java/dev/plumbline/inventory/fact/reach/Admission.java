package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import java.util.List;
import java.util.regex.Pattern;

/** Which callers policies let through to a workload. */
final class Admission {

  private static final Pattern PROXY =
      Pattern.compile(
          "ingress-nginx|nginx-ingress|nginx-gateway|traefik|haproxy|contour|envoyproxy/|kong"
              + "|emissary|ambassador|apisix|skipper|cilium-envoy|istio/proxyv2");

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
    return workload.groups().stream()
        .flatMap(it -> Documents.maps(it.spec(), "containers").stream())
        .map(it -> Documents.text(it, "image"))
        .filter(it -> PROXY.matcher(it).find())
        .anyMatch(it -> !it.contains("istio/proxyv2") || workload.key().name().contains("gateway"));
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
