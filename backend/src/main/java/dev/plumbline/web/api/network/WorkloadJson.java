package dev.plumbline.web.api.network;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.reach.Neighbours;
import dev.plumbline.scan.Look;

/**
 * A workload of a cluster.
 *
 * @param group API group, empty for the core group
 * @param seen whether its pods, or how they would be, were seen; else the counts say nothing
 * @param sources how many others may connect to it on some port
 * @param targets how many others it may connect to
 * @param ways how many ways from outside were seen
 */
record WorkloadJson(
    String group,
    String kind,
    String namespace,
    String name,
    int pods,
    boolean seen,
    Neighbours sources,
    Neighbours targets,
    int ways) {

  static WorkloadJson of(Look look, ObjectKey key, Neighbours sources, Neighbours targets) {
    var unit = look.workloads().get(key);
    return new WorkloadJson(
        key.kind().group(),
        key.kind().name(),
        key.namespace(),
        key.name(),
        unit == null ? 0 : unit.pods(),
        look.reach().seen(key),
        sources,
        targets,
        look.reach().waysSeen(key).size());
  }

  String key() {
    return namespace + "/" + group + "/" + kind + "/" + name;
  }
}
