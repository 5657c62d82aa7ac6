package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.reach.Way.Admits;
import java.util.List;

/** Which callers policies let through to a workload. */
final class Admission {

  private final Reachability reachability;
  private final Proxies proxies;

  Admission(Reachability reachability, List<ObjectKey> proxies) {
    this.reachability = reachability;
    this.proxies = new Proxies(reachability.net(), proxies);
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
