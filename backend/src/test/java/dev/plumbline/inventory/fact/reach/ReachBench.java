package dev.plumbline.inventory.fact.reach;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CPU seconds that reach takes; asserts nothing and runs only when asked by name:
 *
 * <pre>mvn -pl backend test -Dtest=ReachBench -Dplumbline.bench=true</pre>
 */
class ReachBench {

  private static final int IN_NAMESPACE = 20;

  private final Map<Kind, Reading> readings = new HashMap<>();
  private final List<KubeObject> objects = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "1000, open", "10000, open", "50000, open",
    "1000, each", "10000, each", "50000, each",
    "1000, labels", "10000, labels"
  })
  void measures(int size, String shape) {
    assumeTrue(System.getProperty("plumbline.bench") != null);
    for (int i = 0; i < size; i++) {
      workload(i, shape);
    }
    var snapshot =
        new Snapshot(Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(readings), objects);
    List<Workload> workloads = Workloads.of(snapshot);
    for (int round = 0; round < 2; round++) {
      double start = cpu();
      var reachability = Reachability.of(snapshot, workloads);
      double made = cpu();
      reachability.sources();
      double counted = cpu();
      reachability.matrix();
      double drawn = cpu();
      int partners = reachability.sources(workloads.getFirst().key()).size();
      System.out.printf(
          "BENCH %s workloads=%d round %d: made %.2f s, counted %.2f s, matrix %.2f s, one"
              + " workload's %d partners %.3f s%n",
          shape,
          size,
          round,
          made - start,
          counted - made,
          drawn - counted,
          partners,
          cpu() - drawn);
    }
  }

  private static double cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private void workload(int number, String shape) {
    String namespace = "ns" + number / IN_NAMESPACE;
    String name = "w" + number;
    if (number % IN_NAMESPACE == 0) {
      var labels = Map.of("team", "t" + number / IN_NAMESPACE % 10);
      add(Kind.core("Namespace"), "", namespace, Map.of("metadata", Map.of("labels", labels)));
    }
    var metadata = Map.of("labels", Map.of("app", name, "role", "r" + number % 5));
    add(Kind.core("Pod"), namespace, name, Map.of("metadata", metadata, "spec", Map.of()));
    switch (shape) {
      case "each" -> each(namespace, name, number);
      case "labels" -> labels(namespace, name, number);
      default -> complete(KubernetesPolicies.KIND);
    }
  }

  /** Each has a policy of its own both ways, that names a neighbour and a port. */
  private void each(String namespace, String name, int number) {
    String neighbour = "w" + (number / IN_NAMESPACE * IN_NAMESPACE + (number + 1) % IN_NAMESPACE);
    Map<String, Object> peer =
        Map.of("podSelector", Map.of("matchLabels", Map.of("app", neighbour)));
    policy(namespace, name, peer, number);
  }

  /** Each lets in every namespace of a team, and out to pods of a role anywhere. */
  private void labels(String namespace, String name, int number) {
    Map<String, Object> peer =
        Map.of(
            "namespaceSelector", Map.of("matchLabels", Map.of("team", "t" + number % 10)),
            "podSelector", Map.of("matchLabels", Map.of("role", "r" + number % 5)));
    policy(namespace, name, peer, number);
  }

  private void policy(String namespace, String name, Map<String, Object> peer, int number) {
    var ports = List.of(Map.of("port", 8000L + number % 100));
    Map<String, Object> spec =
        Map.of(
            "podSelector", Map.of("matchLabels", Map.of("app", name)),
            "ingress", List.of(Map.of("from", List.of(peer), "ports", ports)),
            "egress", List.of(Map.of("to", List.of(peer))));
    add(KubernetesPolicies.KIND, namespace, name, Map.of("spec", spec));
  }

  private void add(Kind kind, String namespace, String name, Map<String, Object> document) {
    complete(kind);
    objects.add(new KubeObject(new ObjectKey(kind, namespace, name), "v1", document));
  }

  private void complete(Kind kind) {
    readings.put(kind, new Reading(State.COMPLETE, 1, ""));
  }
}
