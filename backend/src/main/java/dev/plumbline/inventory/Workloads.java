package dev.plumbline.inventory;

import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The workloads of a snapshot, ordered by key.
 *
 * <p>What runs is judged: pods that have finished (Succeeded, Failed) count only where neither a
 * running pod nor a template is known. Static pods are one workload per component, over all nodes.
 */
public final class Workloads {

  /** Every built-in kind that holds a pod template and makes pods of it. */
  public static final List<Kind> CONTROLLERS =
      List.of(
          new Kind("apps", "Deployment"),
          new Kind("apps", "ReplicaSet"),
          new Kind("apps", "StatefulSet"),
          new Kind("apps", "DaemonSet"),
          new Kind("batch", "Job"),
          new Kind("batch", "CronJob"),
          Kind.core("ReplicationController"));

  private static final Kind POD = Kind.core("Pod");
  private static final String LABELS = "labels";
  private static final String ANNOTATIONS = "annotations";
  private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");
  private static final List<String> POSTURE_ANNOTATIONS =
      List.of(
          "container.apparmor.security.beta.kubernetes.io/",
          "seccomp.security.alpha.kubernetes.io/",
          "container.seccomp.security.alpha.kubernetes.io/");

  private final Snapshot snapshot;
  private final Owners owners;
  private final Map<ObjectKey, Parts> parts = new LinkedHashMap<>();

  private Workloads(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.owners = new Owners(snapshot);
  }

  public static List<Workload> of(Snapshot snapshot) {
    return new Workloads(snapshot).assemble();
  }

  /** One of all the workloads of a snapshot, by its key. */
  public static Optional<Workload> find(List<Workload> all, ObjectKey key) {
    int from = 0;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = all.get(middle).key().compareTo(key);
      if (order == 0) {
        return Optional.of(all.get(middle));
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle;
    }
    return Optional.empty();
  }

  /** Those of one namespace, which stand side by side among all the workloads of a snapshot. */
  public static List<Workload> in(List<Workload> all, String namespace) {
    return SideBySide.in(all, Workload::key, namespace);
  }

  private List<Workload> assemble() {
    snapshot.all(POD).forEach(this::pod);
    CONTROLLERS.forEach(kind -> snapshot.all(kind).forEach(this::controller));
    var ordered = new ArrayList<>(parts.entrySet());
    ordered.sort(Map.Entry.comparingByKey());
    var workloads = new ArrayList<Workload>(ordered.size());
    for (Map.Entry<ObjectKey, Parts> found : ordered) {
      workloads.add(workload(workloads.size(), found.getKey(), found.getValue()));
    }
    return List.copyOf(workloads);
  }

  private void pod(KubeObject pod) {
    Owners.Chain chain = owners.chain(pod);
    partsOf(chain).pods.add(new Member(pod, chain.controllers()));
  }

  private void controller(KubeObject controller) {
    Owners.Chain chain = owners.chain(controller);
    Parts found = partsOf(chain);
    found.controllers.add(controller);
    if (chain.top().equals(controller.key())) {
      found.top = controller;
    }
  }

  private Parts partsOf(Owners.Chain chain) {
    Parts found = parts.computeIfAbsent(chain.top(), key -> new Parts());
    if (found.broken.isEmpty()) {
      found.broken = chain.broken();
    }
    return found;
  }

  private Workload workload(int place, ObjectKey key, Parts found) {
    return new Workload(place, key, object(key, found), groups(key, found), found.broken);
  }

  private Optional<KubeObject> object(ObjectKey key, Parts found) {
    Optional<KubeObject> object = Optional.ofNullable(found.top).or(() -> snapshot.find(key));
    return object.isEmpty() && key.kind().equals(POD) ? found.firstPod() : object;
  }

  private static List<PodGroup> groups(ObjectKey key, Parts parts) {
    if (!parts.pods.isEmpty()) {
      List<Member> running = parts.pods.stream().filter(member -> !member.finished()).toList();
      if (!running.isEmpty()) {
        return grouped(running);
      }
    }
    return parts.template(key).map(List::of).orElseGet(() -> grouped(parts.pods));
  }

  private static List<PodGroup> grouped(List<Member> members) {
    if (members.size() == 1) {
      return List.of(group(members, members.getFirst().spec()));
    }
    var alike = new LinkedHashMap<Likeness, List<Member>>();
    for (Member member : members) {
      alike.computeIfAbsent(member.likeness(), likeness -> new ArrayList<>()).add(member);
    }
    var groups = new ArrayList<PodGroup>(alike.size());
    alike.forEach((likeness, own) -> groups.add(group(own, likeness.spec)));
    return groups;
  }

  private static PodGroup group(List<Member> alike, Map<String, Object> spec) {
    Member first = alike.getFirst();
    return new PodGroup(
        labelsAndAnnotations(first.pod.metadata()),
        spec,
        alike.stream().map(member -> member.pod.key().name()).toList(),
        first.template().map(template -> Documents.map(template, "spec")));
  }

  private static Map<String, Object> labelsAndAnnotations(Map<String, Object> metadata) {
    Object labels = metadata.get(LABELS);
    Object annotations = metadata.get(ANNOTATIONS);
    if (labels == null) {
      return annotations == null ? Map.of() : Map.of(ANNOTATIONS, annotations);
    }
    return annotations == null
        ? Map.of(LABELS, labels)
        : Map.of(LABELS, labels, ANNOTATIONS, annotations);
  }

  /** What pods have in common that are judged as one. */
  private record Likeness(Map<String, Object> spec, Map<String, Object> annotations) {}

  /** A pod and the controllers above it that were read, nearest first. */
  private record Member(KubeObject pod, List<KubeObject> controllers) {

    boolean finished() {
      return FINISHED.contains(Documents.text(Documents.map(pod.document(), "status"), "phase"));
    }

    Map<String, Object> spec() {
      return PodSpecs.shared(pod);
    }

    Likeness likeness() {
      var annotations = new HashMap<>(pod.annotations());
      annotations
          .keySet()
          .removeIf(name -> POSTURE_ANNOTATIONS.stream().noneMatch(name::startsWith));
      return new Likeness(spec(), annotations);
    }

    Optional<Map<String, Object>> template() {
      return controllers.stream().flatMap(owner -> PodSpecs.template(owner).stream()).findFirst();
    }
  }

  /** What was found of one workload. */
  private static final class Parts {

    private final List<Member> pods = new ArrayList<>();
    private final List<KubeObject> controllers = new ArrayList<>();
    private String broken = "";
    private @Nullable KubeObject top;

    Optional<KubeObject> firstPod() {
      return pods.stream().map(Member::pod).findFirst();
    }

    /** The topmost controller's own template, else that of the newest controller below it. */
    Optional<PodGroup> template(ObjectKey top) {
      if (controllers.size() == 1) {
        return PodSpecs.template(controllers.getFirst()).map(Parts::group);
      }
      return controllers.stream()
          .filter(controller -> PodSpecs.template(controller).isPresent())
          .max(
              Comparator.comparing((KubeObject controller) -> controller.key().equals(top))
                  .thenComparing(c -> Documents.text(c.metadata(), "creationTimestamp"))
                  .thenComparing(KubeObject::key))
          .flatMap(PodSpecs::template)
          .map(Parts::group);
    }

    private static PodGroup group(Map<String, Object> template) {
      return new PodGroup(
          labelsAndAnnotations(Documents.map(template, "metadata")),
          Documents.map(template, "spec"),
          List.of(),
          Optional.of(Documents.map(template, "spec")));
    }
  }
}
