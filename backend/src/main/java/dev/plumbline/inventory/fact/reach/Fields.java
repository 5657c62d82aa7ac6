package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.List;

/** What checks read of reachability. */
final class Fields {

  private final Snapshot snapshot;
  private final Reachability reachability;
  private final Reaches reaches;
  private final Selected selected;

  Fields(Snapshot snapshot, Reachability reachability) {
    this.snapshot = snapshot;
    this.reachability = reachability;
    this.reaches = new Reaches(reachability);
    this.selected = reachability.selected();
  }

  WorkloadFields workload(ObjectKey key) {
    return new WorkloadFields(
        new Reach(
            reaches.direction(key, Direction.INGRESS),
            reaches.direction(key, Direction.EGRESS),
            reachability.policies(key),
            reachability.ways(key)));
  }

  PolicyFields policy(ObjectKey key) {
    return new PolicyFields(labels(snapshot.find(key).map(selected::byPolicy).orElse(List.of())));
  }

  ServiceFields service(ObjectKey key) {
    return new ServiceFields(labels(snapshot.find(key).map(selected::byService).orElse(List.of())));
  }

  private static List<String> labels(List<ObjectKey> workloads) {
    return workloads.stream().map(Fields::label).toList();
  }

  private static String label(ObjectKey workload) {
    return workload.kind().name() + " " + workload.name();
  }
}
