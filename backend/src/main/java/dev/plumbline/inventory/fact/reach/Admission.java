package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import java.util.List;

/** Which callers policies let through to a workload. */
final class Admission {

  private final Reachability reachability;
  private final Proxies proxies;

  Admission(Reachability reachability, List<Workload> proxies) {
    this.reachability = reachability;
    this.proxies = new Proxies(reachability.net(), proxies);
  }

  Admits fromOutside(Workload workload, Ports ports) {
    Verdict verdict = reachability.fromOutside(workload).on(ports);
    return verdict.open() || verdict.closed() || reachability.doubts(workload.key()).isEmpty()
        ? verdict.open() ? Admits.ALL : verdict.closed() ? Admits.NONE : Admits.SOME
        : Admits.NOT_KNOWN;
  }

  /** Through a proxy in the cluster; where none is recognised, pods open to all are open to it. */
  Admits throughProxy(Workload workload, Ports ports) {
    if (proxies.none()) {
      boolean open = fromOutside(workload, ports) == Admits.ALL;
      return open ? Admits.ALL : Admits.NOT_KNOWN;
    }
    return proxies.reach(workload, ports);
  }
}
