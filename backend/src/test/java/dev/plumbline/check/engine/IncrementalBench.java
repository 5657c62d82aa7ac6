package dev.plumbline.check.engine;

import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Memory;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.collect.ItemReader;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.testing.BenchInventory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a second look costs where little or nothing has changed; asserts nothing and runs only when
 * asked by name:
 *
 * <pre>PLUMBLINE_SHARED=… mvn -pl backend test -Dtest=IncrementalBench -Dplumbline.bench=true</pre>
 */
class IncrementalBench {

  private static final long WARM_UP_NANOS = 5_000_000_000L;
  private static final List<Fact> FACTS = AllFacts.list();

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void looksAgain(int size) throws Exception {
    var evaluator =
        new CelEvaluator(CheckFolders.load(), FACTS, EngineConfiguration.compiler(FACTS));
    Path inventory = BenchInventory.generated(size);
    Snapshot first = snapshot(read(inventory));
    long end = System.nanoTime() + WARM_UP_NANOS;
    Memory memory = evaluator.evaluate(first, Memory.EMPTY).memory();
    do {
      evaluator.evaluate(first);
      memory = evaluator.evaluate(first, memory).memory();
    } while (System.nanoTime() < end);
    double full = best(() -> evaluator.evaluate(first));
    double facts = best(() -> facts(first));
    System.out.printf(
        "BENCH objects=%d workloads=%d full %.3f cpu s, of it facts %.3f; memory %d KiB%n",
        first.objects().size(), Workloads.of(first).size(), full, facts, memory.bytes() >> 10);
    Memory before = evaluator.evaluate(first, Memory.EMPTY).memory();
    report("remembering", full, evaluator, first, Memory.EMPTY);
    report("unchanged", full, evaluator, snapshot(read(inventory)), before);
    report("1% of workloads", full, evaluator, snapshot(images(read(inventory))), before);
    report("a namespace's label", full, evaluator, snapshot(label(read(inventory))), before);
    report("a binding came", full, evaluator, snapshot(binding(read(inventory))), before);
  }

  private static void report(
      String what, double full, CelEvaluator evaluator, Snapshot snapshot, Memory before)
      throws Exception {
    Evaluated evaluated = evaluator.evaluate(snapshot, before);
    double seconds = best(() -> evaluator.evaluate(snapshot, before));
    System.out.printf(
        "BENCH %s: %.3f cpu s, %.1f%% of full; judged %d, carried %d%n",
        what, seconds, 100 * seconds / full, evaluated.judged(), evaluated.carried());
  }

  private static int facts(Snapshot snapshot) {
    List<Workload> workloads = Workloads.of(snapshot);
    return FACTS.stream().mapToInt(fact -> fact.compute(snapshot, workloads).hashCode()).sum();
  }

  /** Another image in every hundredth workload: in its template and in all that is made of it. */
  private static List<KubeObject> images(List<KubeObject> objects) {
    return edited(
        objects,
        key -> Math.floorMod((key.namespace() + app(key)).hashCode(), 100) == 0,
        document -> replaced(document, "image", image -> image + "-changed"));
  }

  /** The name without what controllers append. */
  private static String app(ObjectKey key) {
    return key.name().replaceAll("(-[0-9a-f]{6,10})?(-[0-9a-z]{5}|-\\d+)?$", "");
  }

  private static List<KubeObject> label(List<KubeObject> objects) {
    ObjectKey one =
        objects.stream()
            .map(KubeObject::key)
            .filter(key -> key.kind().equals(Kind.core("Namespace")))
            .skip(5)
            .findFirst()
            .orElseThrow();
    return edited(objects, one::equals, document -> replaced(document, "name", name -> name + "x"));
  }

  private static List<KubeObject> binding(List<KubeObject> objects) {
    var all = new ArrayList<>(objects);
    all.addAll(
        Manifests.objects(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: came}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects: [{kind: ServiceAccount, name: default, namespace: default}]
            """));
    return all;
  }

  private static List<KubeObject> edited(
      List<KubeObject> objects,
      Predicate<ObjectKey> which,
      UnaryOperator<Map<String, Object>> edit) {
    return objects.stream()
        .map(o ->
            which.test(o.key())
                ? new KubeObject(o.key(), o.version(), edit.apply(o.document()))
                : o)
        .toList();
  }

  private static Map<String, Object> replaced(
      Map<String, Object> map, String field, UnaryOperator<String> edit) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((name, value) ->
        copy.put(
            name,
            name.equals(field) && value instanceof String text
                ? edit.apply(text)
                : below(value, field, edit)));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Object below(Object value, String field, UnaryOperator<String> edit) {
    return switch (value) {
      case Map<?, ?> map -> replaced((Map<String, Object>) map, field, edit);
      case List<?> list -> list.stream().map(one -> below(one, field, edit)).toList();
      default -> value;
    };
  }

  private static List<KubeObject> read(Path inventory) throws IOException {
    List<KubeObject> objects = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(inventory))) {
      new ItemReader().read(in, objects::add);
    }
    return objects;
  }

  private static Snapshot snapshot(List<KubeObject> objects) {
    var readings = new HashMap<Kind, Reading>();
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    return Manifests.snapshot(objects, new Coverage(readings));
  }

  /** CPU seconds of this thread, the best of three. */
  private static double best(Callable<?> work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      var threads = ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadCpuTime();
      work.call();
      best = Math.min(best, (threads.getCurrentThreadCpuTime() - before) / 1e9);
    }
    return best;
  }
}
