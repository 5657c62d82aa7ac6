package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.Container.Role;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The pods of a snapshot, numbered by what policies can tell apart. */
final class Endpoints {

  private static final Kind POD = Kind.core("Pod");
  private static final int FEW = 8;

  private final Snapshot snapshot;
  private final Set<String> keys;
  private final Set<String> portNames;
  private final Blocks blocks;
  private final Spaces spaces;
  private final Containers containers = new Containers();
  private Map<Endpoint, Integer> numbers = new HashMap<>();
  private final int[][] ofWorkload;
  private final Once<Map<ObjectKey, int[]>> byKey;
  private final Map<String, List<Integer>> bySpace = new HashMap<>();
  private final Map<String, Once<LabelIndex<Integer>>> labelsOfSpace = new HashMap<>();
  private final Once<LabelIndex<Integer>> labelsOfAll = new Once<>(this::indexOfAll);
  private final Once<Map<Blocks.In, List<Integer>>> byBlocks = new Once<>(this::indexOfBlocks);
  private final List<String> derived;
  private final List<Endpoint> all = new ArrayList<>();

  /**
   * Numbers the pods.
   *
   * @param workloads in the order of their keys
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
    this.derived = keys.stream().filter(Derived::gives).toList();
    this.ofWorkload = new int[workloads.size()][];
    String namespace = "";
    for (Workload workload : workloads) {
      if (!workload.key().namespace().equals(namespace)) {
        namespace = workload.key().namespace();
        numbers = new HashMap<>();
      }
      ofWorkload[workload.place()] = numbers(workload);
      containers.add(workload);
    }
    byKey = new Once<>(() -> byKey(workloads));
    bySpace.forEach((space, own) -> labelsOfSpace.put(space, new Once<>(() -> index(own))));
  }

  private Map<ObjectKey, int[]> byKey(List<Workload> workloads) {
    Map<ObjectKey, int[]> found = new LinkedHashMap<>();
    workloads.forEach(it -> found.put(it.key(), of(it)));
    return found;
  }

  private LabelIndex<Integer> index(List<Integer> numbers) {
    return new LabelIndex<>(numbers, it -> all.get(it).labels());
  }

  private LabelIndex<Integer> indexOfAll() {
    return index(IntStream.range(0, all.size()).boxed().toList());
  }

  private Map<Blocks.In, List<Integer>> indexOfBlocks() {
    Map<Blocks.In, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      index.computeIfAbsent(all.get(i).blocks(), it -> new ArrayList<>()).add(i);
    }
    return index;
  }

  /** What was seen on the way of the containers of all workloads. */
  Containers containers() {
    return containers;
  }

  int size() {
    return all.size();
  }

  Endpoint get(int number) {
    return all.get(number);
  }

  /** Workloads in order, each with its endpoints; none where its pods were not read. */
  Map<ObjectKey, int[]> workloads() {
    return byKey.get();
  }

  int[] of(ObjectKey workload) {
    return byKey.get().getOrDefault(workload, new int[0]);
  }

  /** Of one of the workloads that were numbered. */
  int[] of(Workload workload) {
    return ofWorkload[workload.place()];
  }

  List<Integer> in(String namespace) {
    return bySpace.getOrDefault(namespace, List.of());
  }

  /** Those of a namespace among whom all are that match. */
  List<Integer> in(String namespace, Labels wanted) {
    List<Integer> own = in(namespace);
    Once<LabelIndex<Integer>> index = labelsOfSpace.get(namespace);
    return index == null || own.size() < FEW ? own : index.get().among(wanted);
  }

  /** Those among whom all are that match, wherever they are. */
  List<Integer> anywhere(Labels wanted) {
    return labelsOfAll.get().among(wanted);
  }

  /** Those whose address is in the same blocks. */
  List<Integer> in(Blocks.In blocks) {
    return byBlocks.get().getOrDefault(blocks, List.of());
  }

  private int[] numbers(Workload workload) {
    String namespace = workload.key().namespace();
    if (workload.groups().size() == 1 && workload.groups().getFirst().pods().isEmpty()) {
      return new int[] {ofTemplate(namespace, workload.groups().getFirst())};
    }
    return workload.groups().stream().flatMapToInt(it -> of(namespace, it)).distinct().toArray();
  }

  private IntStream of(String namespace, PodGroup group) {
    if (group.pods().isEmpty()) {
      return IntStream.of(ofTemplate(namespace, group));
    }
    var shape = new Shape(namespace, group);
    return group.pods().stream().mapToInt(it -> number(shape.endpoint(it)));
  }

  private int ofTemplate(String namespace, PodGroup group) {
    var shape = new Shape(namespace, group);
    return number(shape.endpoint(shape.shown, blocks.of("")));
  }

  /** Only those of one namespace at a time are held against each other, as others are unlike. */
  private int number(Endpoint endpoint) {
    Integer known = numbers.putIfAbsent(endpoint, all.size());
    if (known != null) {
      return known;
    }
    int number = all.size();
    all.add(endpoint);
    bySpace.computeIfAbsent(endpoint.namespace(), it -> new ArrayList<>()).add(number);
    return number;
  }

  /** What pods of a group have in common. */
  private final class Shape {

    private final String namespace;
    private final String account;
    private final Map<String, Object> shown;
    private final boolean node;
    private final Map<PortMatch.Named, Ports> ports;

    private Shape(String namespace, PodGroup group) {
      this.namespace = namespace;
      this.account = group.account().isEmpty() ? "default" : group.account();
      this.shown = group.labels();
      this.node = group.hostNetwork();
      this.ports = ports(group);
    }

    private Endpoint endpoint(String pod) {
      Optional<KubeObject> found = snapshot.find(new ObjectKey(POD, namespace, pod));
      String address =
          found
              .map(it -> Documents.text(Documents.map(it.document(), "status"), "podIP"))
              .orElse("");
      return endpoint(found.map(KubeObject::labels).orElse(shown), blocks.of(address));
    }

    private Endpoint endpoint(Map<String, Object> own, Blocks.In in) {
      return new Endpoint(namespace, labels(own, namespace, account), node, ports, in);
    }
  }

  private Map<String, String> labels(Map<String, Object> own, String namespace, String account) {
    var kept = new HashMap<String, String>();
    for (String key : derived) {
      Derived.value(key, namespace, account, spaces.labels(namespace))
          .ifPresent(it -> kept.put(key, it));
    }
    own.forEach((key, value) -> {
      if (keys.contains(key)) {
        kept.put(key, value.toString());
      }
    });
    return kept;
  }

  private Map<PortMatch.Named, Ports> ports(PodGroup group) {
    if (portNames.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<PortMatch.Named, Ports>();
    for (Container container : group.containers()) {
      if (container.role() != Role.EPHEMERAL) {
        for (Map<String, Object> port : container.ports()) {
          if (portNames.contains(Documents.text(port, "name"))) {
            port(port, found);
          }
        }
      }
    }
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
