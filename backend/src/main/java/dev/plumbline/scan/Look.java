package dev.plumbline.scan;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.fact.mesh.Mesh;
import dev.plumbline.inventory.fact.reach.Reachability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What facts say of a cluster as one scan saw it. */
public final class Look {

  private final Scan scan;
  private final Coverage coverage;
  private final Reachability reach;
  private final Mesh mesh;
  private final Map<ObjectKey, Unit> units = new TreeMap<>();
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<String, Fact.Computed> computed = new HashMap<>();

  /**
   * A workload in short.
   *
   * @param pods that ran; 0 where only its template was seen
   */
  public record Unit(ObjectKey key, int pods) {}

  Look(Scan scan, Snapshot snapshot, List<Fact> facts) {
    this.scan = scan;
    this.coverage = snapshot.coverage();
    List<Workload> workloads = Workloads.of(snapshot);
    this.reach = Reachability.of(snapshot, workloads);
    this.mesh = Mesh.of(snapshot, workloads);
    workloads.forEach(it -> units.put(it.key(), unit(it)));
    facts.forEach(it -> {
      this.facts.put(it.name(), it);
      computed.put(it.name(), it.compute(snapshot, workloads));
    });
  }

  private static Unit unit(Workload workload) {
    int pods = workload.groups().stream().mapToInt(it -> it.pods().size()).sum();
    return new Unit(workload.key(), pods);
  }

  public Scan scan() {
    return scan;
  }

  public Coverage coverage() {
    return coverage;
  }

  public Reachability reach() {
    return reach;
  }

  /** Who is in a mesh; asks nothing of what was not read, see {@link #fact}. */
  public Mesh mesh() {
    return mesh;
  }

  /** Every workload, in order. */
  public Map<ObjectKey, Unit> workloads() {
    return units;
  }

  /** A workload by the words of an address; a kind as {@code Deployment} or with its group. */
  public Optional<ObjectKey> find(String namespace, String kind, String name) {
    return units.keySet().stream()
        .filter(it -> it.namespace().equals(namespace) && it.name().equals(name))
        .filter(it -> it.kind().name().equals(kind) || it.kind().toString().equals(kind))
        .findFirst();
  }

  /** What a fact says of a subject; unknown where a kind it needs was not read to the end. */
  public Answer<Record> fact(String name, String subject, ObjectKey key) {
    Fact fact = facts.get(name);
    Fact.Computed known = computed.get(name);
    if (fact == null || known == null) {
      return Answer.unknown("not collected");
    }
    return fact.needs().stream()
        .filter(it -> !coverage.complete(it))
        .sorted()
        .findFirst()
        .map(it -> Answer.<Record>unread(it, coverage))
        .orElseGet(() -> Answer.of(known.of(subject, key)));
  }
}
