package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.CLUSTER;
import static dev.plumbline.check.engine.Words.NAMESPACE;
import static dev.plumbline.check.engine.Words.WORKLOAD;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One snapshot as expressions see it; everything is made when first asked for, once. */
final class Scene {

  private static final Map<String, Kind> LISTS =
      Shapes.kinds().stream()
          .filter(Scene::preferred)
          .collect(Collectors.toUnmodifiableMap(kind -> Words.plural(kind.name()), kind -> kind));

  private static final Map<String, Kind> NAMESPACED =
      LISTS.entrySet().stream()
          .filter(list -> Shapes.namespaced(list.getValue()))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final String WORKLOADS = "workloads";
  private static final Kind NAMESPACE_KIND = Kind.core(NAMESPACE);
  private static final Kind ACCOUNT = Kind.core("ServiceAccount");

  private final Snapshot snapshot;
  private final List<Workload> workloads;
  private final Facts facts;
  private final Map<Kind, Row> rows = new HashMap<>();
  private final Map<String, Map<String, Object>> namespaces = new HashMap<>();
  private final @Nullable WorkloadView[] shown;
  private final Places ofWorkload;
  private final Places ofNamespace;
  private final Map<String, Object> cluster;

  Scene(Snapshot snapshot, List<Fact> facts) {
    this.snapshot = snapshot;
    this.workloads = Workloads.of(snapshot);
    this.shown = new @Nullable WorkloadView[workloads.size()];
    this.facts = new Facts(snapshot, workloads, facts, this::shown);
    this.ofWorkload = this.facts.places(WORKLOAD, WorkloadView.FIELDS);
    this.ofNamespace = this.facts.places(NAMESPACE, with(NAMESPACED.keySet(), WORKLOADS));
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
    return new SceneView(Map.of(), facts.fields(word, key));
  }

  Map<String, Object> object(KubeObject object) {
    return rows.computeIfAbsent(object.key().kind(), this::row).view(object);
  }

  private Row row(Kind kind) {
    return new Row(snapshot.all(kind), this::view);
  }

  /** The namespace that an object lies in; reading it is unknown where it was not read. */
  Map<String, Object> namespace(String name) {
    return namespaces.computeIfAbsent(name, this::around);
  }

  private Map<String, Object> around(String namespace) {
    var key = new ObjectKey(NAMESPACE_KIND, "", namespace);
    return snapshot.find(key).map(this::object).orElseGet(() -> new UnreadView(missing(key)));
  }

  /** What facts add to a thing. */
  Facts.Fields facts(Found found) {
    return switch (found) {
      case Found.OfWorkload(var workload) -> facts.fields(workload);
      case Found.OfObject(var object) -> facts.fields(object);
      case Found.OfFact fact -> facts.fields(fact.subject(), fact.key());
      case Found.OfCluster cluster -> facts.fields(cluster.subject(), cluster.key());
    };
  }

  /** The things behind a list that is a field of the cluster; empty when it is none. */
  Optional<List<Found>> listed(String field) {
    if (field.equals(WORKLOADS)) {
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
    return view(workload, group, spec);
  }

  private WorkloadView view(Workload workload, PodGroup group, Map<String, Object> spec) {
    return new WorkloadView(this, ofWorkload, workload, group, spec, facts.fields(workload));
  }

  /** The ServiceAccount that pods of this spec run under. */
  static ObjectKey account(String namespace, Map<String, Object> spec) {
    Object name = spec.getOrDefault("serviceAccountName", "default");
    return new ObjectKey(ACCOUNT, namespace, String.valueOf(name));
  }

  /** Null where there is none. */
  @Nullable Object serviceAccount(String namespace, Map<String, Object> spec) {
    ObjectKey key = account(namespace, spec);
    Optional<KubeObject> found = snapshot.find(key);
    if (found.isEmpty() && !snapshot.coverage().complete(key.kind())) {
      throw missing(key);
    }
    return found.map(this::object).orElse(null);
  }

  private SceneView view(KubeObject object) {
    ObjectKey key = object.key();
    Facts.Fields added = facts.fields(object);
    return key.kind().equals(NAMESPACE_KIND)
        ? new SceneView(object.document(), ofNamespace, list -> within(key.name(), list), added)
        : new SceneView(object.document(), added);
  }

  private Object within(String namespace, String list) {
    return list.equals(WORKLOADS)
        ? new WorkloadList(Workloads.in(workloads, namespace), this::shown)
        : listed(Objects.requireNonNull(NAMESPACED.get(list)), namespace);
  }

  private SceneView clusterView() {
    Places fields = facts.places(CLUSTER, with(LISTS.keySet(), WORKLOADS, "version", "minor"));
    var key = new ObjectKey(Kind.core(CLUSTER), "", "cluster");
    return new SceneView(Map.of(), fields, this::ofCluster, facts.fields(CLUSTER, key));
  }

  private static List<String> with(Collection<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  private Object ofCluster(String name) {
    return switch (name) {
      case WORKLOADS -> new WorkloadList(workloads, this::shown);
      case "version" -> version(() -> snapshot.version().git());
      case "minor" -> version(() -> (long) snapshot.version().minor());
      default -> listed(Objects.requireNonNull(LISTS.get(name)));
    };
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
    return views(snapshot.all(kind));
  }

  private Object listed(Kind kind, String namespace) {
    return views(snapshot.all(kind, namespace));
  }

  /** A workload in a list: as its first group of pods shows it. */
  private Map<String, Object> shown(Workload workload) {
    WorkloadView known = shown[workload.place()];
    if (known == null) {
      known = firstGroup(workload);
      shown[workload.place()] = known;
    }
    return known;
  }

  private WorkloadView firstGroup(Workload workload) {
    if (workload.groups().isEmpty()) {
      var empty = new PodGroup(Map.of(), Map.of(), List.of(), Optional.empty());
      return view(workload, empty, Map.of());
    }
    PodGroup group = workload.groups().getFirst();
    return view(workload, group, group.spec());
  }

  private List<Object> views(Collection<KubeObject> objects) {
    return objects.stream().map(object -> (Object) object(object)).toList();
  }
}
