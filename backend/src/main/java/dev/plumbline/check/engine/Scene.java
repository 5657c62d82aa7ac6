package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.CLUSTER;
import static dev.plumbline.check.engine.Words.NAMESPACE;

import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One snapshot as expressions see it; everything is made when first asked for, once. */
final class Scene {

  private static final Map<String, Kind> LISTS =
      Shapes.kinds().stream()
          .filter(Scene::preferred)
          .collect(Collectors.toUnmodifiableMap(kind -> Words.plural(kind.name()), kind -> kind));

  private final Snapshot snapshot;
  private final List<Workload> workloads;
  private final Facts facts;
  private final Map<ObjectKey, SceneView> objects = new HashMap<>();
  private final Map<Kind, Map<String, List<Object>>> byNamespace = new HashMap<>();
  private final Map<Workload, Map<String, Object>> shown = new IdentityHashMap<>();
  private @Nullable Map<String, List<Workload>> workloadsByNamespace;
  private final Map<String, Object> cluster;

  Scene(Snapshot snapshot, List<Fact> facts) {
    this.snapshot = snapshot;
    this.workloads = Workloads.of(snapshot);
    this.facts = new Facts(snapshot, workloads, facts, this::shown);
    this.cluster = clusterView();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Map<String, Object> cluster() {
    return cluster;
  }

  List<Workload> workloads() {
    return workloads;
  }

  /** Objects that only a fact knows. */
  Collection<ObjectKey> population(String word) {
    return facts.population(word);
  }

  Map<String, Object> factObject(String word, ObjectKey key) {
    return new SceneView(Map.of(), Map.of(), facts.fields(word, key));
  }

  Map<String, Object> object(KubeObject object) {
    return objects.computeIfAbsent(object.key(), key -> view(object));
  }

  /** The namespace that an object lies in; reading it is unknown where it was not read. */
  Map<String, Object> namespace(String name) {
    var key = new ObjectKey(Kind.core(NAMESPACE), "", name);
    return snapshot.find(key).map(this::object).orElseGet(() -> new UnreadView(missing(key)));
  }

  /** What facts add to a thing. */
  Facts.Fields facts(Found found) {
    return found instanceof Found.OfWorkload(var workload)
        ? facts.fields(workload)
        : facts.fields(found.subject(), found.key());
  }

  /** The things behind a list that is a field of the cluster; empty when it is none. */
  Optional<List<Found>> listed(String field) {
    if (field.equals("workloads")) {
      return Optional.of(workloads.stream().map(one -> (Found) new Found.OfWorkload(one)).toList());
    }
    return Optional.ofNullable(LISTS.get(field))
        .map(kind ->
            snapshot.all(kind).stream().map(one -> (Found) new Found.OfObject(one)).toList());
  }

  UnknownAnswer missing(ObjectKey key) {
    Coverage.Reading reading = snapshot.coverage().of(key.kind());
    return new UnknownAnswer(
        reading.state() == Coverage.State.COMPLETE
            ? Reasons.of(Coverage.State.NOT_READ, key + " is not among what was read")
            : Reasons.unread(key.kind(), reading));
  }

  /** A workload as one group of its pods shows it. */
  Map<String, Object> workload(Workload workload, PodGroup group, Map<String, Object> spec) {
    ObjectKey key = workload.key();
    var fields = new HashMap<String, Object>();
    fields.put("kind", key.kind().name());
    fields.put("name", key.name());
    fields.put("namespace", key.namespace());
    fields.put("metadata", group.metadata());
    fields.put("spec", spec);
    fields.put("pods", group.pods());
    workload.object().ifPresent(object -> fields.put("object", object.document()));
    return SceneView.of(
        fields,
        Map.of(
            "serviceAccount", () -> serviceAccount(key.namespace(), spec),
            "containers", () -> Containers.of(spec)),
        facts.fields(workload));
  }

  /** The ServiceAccount that pods of this spec run under. */
  static ObjectKey account(String namespace, Map<String, Object> spec) {
    Object name = spec.getOrDefault("serviceAccountName", "default");
    return new ObjectKey(Kind.core("ServiceAccount"), namespace, String.valueOf(name));
  }

  private @Nullable Object serviceAccount(String namespace, Map<String, Object> spec) {
    ObjectKey key = account(namespace, spec);
    Optional<KubeObject> found = snapshot.find(key);
    if (found.isEmpty() && !snapshot.coverage().complete(key.kind())) {
      throw missing(key);
    }
    return found.map(this::object).orElse(null);
  }

  private SceneView view(KubeObject object) {
    ObjectKey key = object.key();
    Map<String, Supplier<@Nullable Object>> lists =
        key.kind().equals(Kind.core(NAMESPACE)) ? within(key.name()) : Map.of();
    return new SceneView(object.document(), lists, facts.fields(key.kind().name(), key));
  }

  private Map<String, Supplier<@Nullable Object>> within(String namespace) {
    var lists = new HashMap<String, Supplier<@Nullable Object>>();
    for (Kind kind : Shapes.kinds()) {
      if (Shapes.namespaced(kind) && preferred(kind)) {
        lists.put(Words.plural(kind.name()), () -> listed(kind, namespace));
      }
    }
    lists.put("workloads", () -> looked(workloadsIn().getOrDefault(namespace, List.of())));
    return lists;
  }

  private SceneView clusterView() {
    var lists = new HashMap<String, Supplier<@Nullable Object>>();
    for (Kind kind : Shapes.kinds()) {
      if (preferred(kind)) {
        lists.put(Words.plural(kind.name()), () -> listed(kind));
      }
    }
    lists.put("workloads", () -> looked(workloads));
    lists.put("version", () -> version(() -> snapshot.version().git()));
    lists.put("minor", () -> version(() -> (long) snapshot.version().minor()));
    var key = new ObjectKey(Kind.core(CLUSTER), "", "cluster");
    return new SceneView(Map.of(), lists, facts.fields(CLUSTER, key));
  }

  private Object version(Supplier<Object> value) {
    if (snapshot.version().known()) {
      return value.get();
    }
    throw new UnknownAnswer(
        Reasons.of(Coverage.State.NOT_READ, "the server's version is not known"));
  }

  private static boolean preferred(Kind kind) {
    return Shapes.kind(kind.name()).filter(kind::equals).isPresent();
  }

  private Object listed(Kind kind) {
    return snapshot.all(kind).stream().map(object -> (Object) object(object)).toList();
  }

  private Object listed(Kind kind, String namespace) {
    return byNamespace
        .computeIfAbsent(kind, k -> grouped(snapshot.all(k)))
        .getOrDefault(namespace, List.of());
  }

  private Map<String, List<Workload>> workloadsIn() {
    if (workloadsByNamespace == null) {
      workloadsByNamespace =
          workloads.stream().collect(Collectors.groupingBy(one -> one.key().namespace()));
    }
    return workloadsByNamespace;
  }

  private List<Object> looked(List<Workload> some) {
    return new WorkloadList(some, this::shown);
  }

  /** A workload in a list: as its first group of pods shows it. */
  private Map<String, Object> shown(Workload workload) {
    return shown.computeIfAbsent(workload, this::firstGroup);
  }

  private Map<String, Object> firstGroup(Workload workload) {
    if (workload.groups().isEmpty()) {
      var empty = new PodGroup(Map.of(), Map.of(), List.of(), Optional.empty());
      return workload(workload, empty, Map.of());
    }
    PodGroup group = workload.groups().getFirst();
    return workload(workload, group, group.spec());
  }

  private Map<String, List<Object>> grouped(Collection<KubeObject> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.key().namespace(),
                Collectors.mapping(this::object, Collectors.toList())));
  }
}
