package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pods of a snapshot, numbered by what policies can tell apart. */
final class Endpoints {

  private static final Kind POD = Kind.core("Pod");

  private final Snapshot snapshot;
  private final Set<String> keys;
  private final Set<String> portNames;
  private final Blocks blocks;
  private final Spaces spaces;
  private final Map<Endpoint, Integer> numbers = new LinkedHashMap<>();
  private final Map<ObjectKey, int[]> ofWorkload = new TreeMap<>();
  private final Map<Labels.In, List<Integer>> byLabel = new HashMap<>();
  private final Map<String, List<Integer>> bySpace = new HashMap<>();
  private final List<Endpoint> all;

  /**
   * Numbers the pods.
   *
   * @param keys the labels that anybody looks at
   * @param portNames the named ports that anybody looks up
   */
  Endpoints(
      Snapshot snapshot,
      List<Workload> workloads,
      Set<String> keys,
      Set<String> portNames,
      Blocks blocks,
      Spaces spaces) {
    this.snapshot = snapshot;
    this.keys = keys;
    this.portNames = portNames;
    this.blocks = blocks;
    this.spaces = spaces;
    for (Workload workload : workloads) {
      int[] own =
          workload.groups().stream().flatMapToInt(it -> of(workload, it)).distinct().toArray();
      ofWorkload.put(workload.key(), own);
    }
    all = List.copyOf(numbers.keySet());
    index();
  }

  int size() {
    return all.size();
  }

  Endpoint get(int number) {
    return all.get(number);
  }

  /** Workloads in order, each with its endpoints; none where its pods were not read. */
  Map<ObjectKey, int[]> workloads() {
    return ofWorkload;
  }

  int[] of(ObjectKey workload) {
    return ofWorkload.getOrDefault(workload, new int[0]);
  }

  List<Integer> in(String namespace) {
    return bySpace.getOrDefault(namespace, List.of());
  }

  /** Those that have a label with one of a few values. */
  List<Integer> having(Labels.In label) {
    return label.values().stream()
        .flatMap(
            it -> byLabel.getOrDefault(new Labels.In(label.key(), Set.of(it)), List.of()).stream())
        .toList();
  }

  private void index() {
    for (int i = 0; i < all.size(); i++) {
      Endpoint one = all.get(i);
      int number = i;
      bySpace.computeIfAbsent(one.namespace(), it -> new ArrayList<>()).add(i);
      one.labels()
          .forEach((key, value) ->
              byLabel
                  .computeIfAbsent(new Labels.In(key, Set.of(value)), it -> new ArrayList<>())
                  .add(number));
    }
  }

  private java.util.stream.IntStream of(Workload workload, PodGroup group) {
    String namespace = workload.key().namespace();
    Stream<Optional<KubeObject>> pods =
        group.pods().isEmpty()
            ? Stream.of(Optional.empty())
            : group.pods().stream().map(it -> snapshot.find(new ObjectKey(POD, namespace, it)));
    return pods.map(it -> endpoint(namespace, group, it)).mapToInt(this::number);
  }

  private int number(Endpoint endpoint) {
    return numbers.computeIfAbsent(endpoint, it -> numbers.size());
  }

  private Endpoint endpoint(String namespace, PodGroup group, Optional<KubeObject> pod) {
    var own =
        pod.map(KubeObject::labels).orElseGet(() -> Documents.map(group.metadata(), "labels"));
    String address =
        pod.map(it -> Documents.text(Documents.map(it.document(), "status"), "podIP")).orElse("");
    return new Endpoint(
        namespace,
        labels(own, namespace, account(group)),
        Documents.flag(group.spec(), "hostNetwork"),
        ports(group.spec()),
        blocks.of(address));
  }

  private static String account(PodGroup group) {
    String named = Documents.text(group.spec(), "serviceAccountName");
    return named.isEmpty() ? "default" : named;
  }

  private Map<String, String> labels(Map<String, Object> own, String namespace, String account) {
    var kept = new TreeMap<String, String>();
    for (String key : keys) {
      Optional.ofNullable(own.get(key))
          .map(Object::toString)
          .or(() -> Derived.value(key, namespace, account, spaces.labels(namespace)))
          .ifPresent(it -> kept.put(key, it));
    }
    return kept;
  }

  private Map<PortMatch.Named, Ports> ports(Map<String, Object> spec) {
    var found = new HashMap<PortMatch.Named, Ports>();
    Stream.of("initContainers", "containers")
        .flatMap(it -> Documents.maps(spec, it).stream())
        .flatMap(it -> Documents.maps(it, "ports").stream())
        .filter(it -> portNames.contains(Documents.text(it, "name")))
        .forEach(it -> port(it, found));
    return found;
  }

  private static void port(Map<String, Object> port, Map<PortMatch.Named, Ports> found) {
    int number = (int) PortMatch.number(port, "containerPort");
    PortMatch.protocol(port)
        .ifPresent(it ->
            found.merge(
                new PortMatch.Named(it, Documents.text(port, "name")),
                Ports.of(it, number, number),
                Ports::or));
  }
}
