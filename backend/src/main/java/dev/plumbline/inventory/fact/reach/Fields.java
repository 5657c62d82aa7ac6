package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What checks read of reachability. */
final class Fields {

  private final Snapshot snapshot;
  private final Reachability reachability;
  private final Reaches reaches;
  private final Selected selected;
  private final Once<Map<String, List<ObjectKey>>> bySpace;

  Fields(Snapshot snapshot, Reachability reachability) {
    this.snapshot = snapshot;
    this.reachability = reachability;
    this.reaches = new Reaches(reachability);
    this.selected = reachability.selected();
    this.bySpace = new Once<>(() -> bySpace(reachability.net().endpoints.workloads().keySet()));
  }

  WorkloadFields workload(ObjectKey key) {
    return new WorkloadFields(
        new Reach(
            reaches.direction(key, Direction.INGRESS),
            reaches.direction(key, Direction.EGRESS),
            reachability.policies(key),
            reachability.ways(key)));
  }

  NamespaceFields namespace(ObjectKey key) {
    var open = new ArrayList<NamespaceFields.Open>();
    for (ObjectKey workload : bySpace.get().getOrDefault(key.name(), List.of())) {
      switch (reaches.direction(workload, Direction.INGRESS)) {
        case Answer.Known<String>(var word) when word.equals("open") ->
            open.add(new NamespaceFields.Open(workload.kind().name(), workload.name()));
        case Answer.Known<String> closed -> {}
        case Answer.Unknown<String>(var state, var why) -> {
          return new NamespaceFields(new Answer.Unknown<>(state, why));
        }
      }
    }
    return new NamespaceFields(Answer.of(open));
  }

  private static Map<String, List<ObjectKey>> bySpace(Collection<ObjectKey> workloads) {
    var bySpace = new HashMap<String, List<ObjectKey>>();
    workloads.forEach(
        it -> bySpace.computeIfAbsent(it.namespace(), n -> new ArrayList<>()).add(it));
    return bySpace;
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
