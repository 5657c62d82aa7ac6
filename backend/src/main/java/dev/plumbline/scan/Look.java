package dev.plumbline.scan;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
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
import java.util.stream.Stream;

/** What facts say of a cluster as one scan saw it. */
public final class Look {

  private static final int DEEPEST = 10;

  private final Scan scan;
  private final Coverage coverage;
  private final Reachability reach;
  private final Mesh mesh;
  private final Map<ObjectKey, Unit> units = new TreeMap<>();
  private final Map<ObjectKey, ObjectKey> owners = new HashMap<>();
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
    Stream.concat(Workloads.CONTROLLERS.stream(), Stream.of(Kind.core("Pod")))
        .flatMap(it -> snapshot.all(it).stream())
        .forEach(this::owner);
    facts.forEach(it -> {
      this.facts.put(it.name(), it);
      computed.put(it.name(), it.compute(snapshot, workloads));
    });
  }

  private static Unit unit(Workload workload) {
    int pods = workload.groups().stream().mapToInt(it -> it.pods().size()).sum();
    return new Unit(workload.key(), pods);
  }

  private void owner(KubeObject object) {
    Documents.maps(object.metadata(), "ownerReferences").stream()
        .filter(it -> Documents.flag(it, "controller"))
        .findFirst()
        .map(it ->
            new ObjectKey(
                Kind.of(Documents.text(it, "apiVersion"), Documents.text(it, "kind")),
                object.key().namespace(),
                Documents.text(it, "name")))
        .ifPresent(it -> owners.put(object.key(), it));
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

  /**
   * A workload by the words of an address, or the workload of a pod or controller that it owns.
   *
   * @param kind as {@code Deployment} or with its group
   */
  public Optional<ObjectKey> find(String namespace, String kind, String name) {
    return Stream.concat(units.keySet().stream(), owners.keySet().stream())
        .filter(it -> it.namespace().equals(namespace) && it.name().equals(name))
        .filter(it -> it.kind().name().equals(kind) || it.kind().toString().equals(kind))
        .findFirst()
        .map(this::topmost)
        .filter(units::containsKey)
        .or(() -> component(namespace, kind, name));
  }

  /** A static pod is named after its component and its node. */
  private Optional<ObjectKey> component(String namespace, String kind, String name) {
    return units.keySet().stream()
        .filter(it -> it.kind().name().equals(kind) && it.kind().equals(Kind.core("Pod")))
        .filter(it -> it.namespace().equals(namespace) && name.startsWith(it.name() + "-"))
        .findFirst();
  }

  private ObjectKey topmost(ObjectKey key) {
    ObjectKey top = key;
    for (int depth = 0; depth < DEEPEST && !units.containsKey(top); depth++) {
      top = owners.getOrDefault(top, top);
    }
    return top;
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
