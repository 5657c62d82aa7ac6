package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.reach.Policy.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What checks read of reachability. */
final class Fields {

  private final Snapshot snapshot;
  private final Reachability reachability;
  private final Reaches reaches;
  private final Selected selected;
  private final List<Workload> workloads;
  private final Map<Tracks, Bounds> bounds = new ConcurrentHashMap<>();

  /** What holds for an endpoint in both directions. */
  private record Tracks(Track ingress, Track egress, boolean node) {}

  /** What policies make of pods; the same for all of whom the same policies speak. */
  private record Bounds(Answer<String> ingress, Answer<String> egress, List<String> policies) {}

  Fields(Snapshot snapshot, List<Workload> workloads, Reachability reachability) {
    this.snapshot = snapshot;
    this.reachability = reachability;
    this.workloads = workloads;
    this.reaches = new Reaches(reachability.net());
    this.selected = reachability.selected();
  }

  WorkloadFields workload(ObjectKey key) {
    return fields(bounds(reachability.net().endpoints.of(key)), reachability.ways(key));
  }

  WorkloadFields workload(Workload workload) {
    int[] own = reachability.net().endpoints.of(workload);
    Bounds found =
        own.length == 1
            ? bounds.computeIfAbsent(tracks(own[0]), tracks -> bounds(own))
            : bounds(own);
    return fields(found, reachability.ways(workload));
  }

  private static WorkloadFields fields(Bounds bounds, Answer<List<Way>> ways) {
    return new WorkloadFields(new Reach(bounds.ingress, bounds.egress, bounds.policies, ways));
  }

  private Tracks tracks(int endpoint) {
    Net net = reachability.net();
    return new Tracks(
        net.written(Direction.INGRESS, endpoint),
        net.written(Direction.EGRESS, endpoint),
        net.endpoints.get(endpoint).node());
  }

  private Bounds bounds(int[] endpoints) {
    return new Bounds(
        reaches.direction(endpoints, Direction.INGRESS),
        reaches.direction(endpoints, Direction.EGRESS),
        reachability.policies(endpoints));
  }

  NamespaceFields namespace(ObjectKey key) {
    var open = new ArrayList<NamespaceFields.Open>();
    for (Workload workload : Workloads.in(workloads, key.name())) {
      int[] own = reachability.net().endpoints.of(workload);
      switch (reaches.direction(own, Direction.INGRESS)) {
        case Answer.Known<String>(var word) when word.equals("open") ->
            open.add(new NamespaceFields.Open(workload.key().kind().name(), workload.key().name()));
        case Answer.Known<String> closed -> {}
        case Answer.Unknown<String>(var state, var why) -> {
          return new NamespaceFields(new Answer.Unknown<>(state, why));
        }
      }
    }
    return new NamespaceFields(Answer.of(open));
  }

  PolicyFields policy(ObjectKey key) {
    return snapshot.find(key).map(this::policy).orElse(new PolicyFields(List.of()));
  }

  PolicyFields policy(KubeObject policy) {
    return new PolicyFields(labels(selected.byPolicy(policy)));
  }

  ServiceFields service(ObjectKey key) {
    return snapshot.find(key).map(this::service).orElse(new ServiceFields(List.of()));
  }

  ServiceFields service(KubeObject service) {
    return new ServiceFields(labels(selected.byService(service)));
  }

  private static List<String> labels(List<Workload> workloads) {
    return workloads.stream().map(Fields::label).toList();
  }

  private static String label(Workload workload) {
    return workload.key().kind().name() + " " + workload.key().name();
  }
}
