package dev.plumbline.check.engine;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.check.cel.DevCel;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
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
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How fast inventories are judged; asserts nothing and runs only when asked by name:
 *
 * <pre>PLUMBLINE_SHARED=… mvn -pl backend test -Dtest=EvaluatorBench -Dplumbline.bench=true</pre>
 */
class EvaluatorBench {

  private static final long WARM_UP_NANOS = 10_000_000_000L;

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void judges(int size) throws Exception {
    Path inventory = BenchInventory.generated(size);
    List<Fact> facts = AllFacts.list();
    Catalogue catalogue = CheckFolders.load();
    List<Check> aboutWorkloads =
        catalogue.all().stream().filter(c -> c.appliesTo().equals(List.of("Workload"))).toList();
    CelEvaluator all = evaluator(catalogue, facts);
    var workloadCatalogue = Catalogue.of(aboutWorkloads, "bench");
    CelEvaluator some = evaluator(workloadCatalogue, facts);
    CelEvaluator oracle = oracle(workloadCatalogue, facts);
    facts(facts, snapshot(inventory));
    BenchInventory.resetPeakHeap();
    double parse = cpu(() -> snapshot(inventory));
    Snapshot snapshot = snapshot(inventory);
    int workloads = Workloads.of(snapshot).size();
    double first = cpu(() -> all.evaluate(snapshot));
    long peak = BenchInventory.peakHeap();
    warmUp(() -> some.evaluate(snapshot));
    warmUp(() -> oracle.evaluate(snapshot));
    double workloadChecks = best(() -> some.evaluate(snapshot));
    double devCel = best(() -> oracle.evaluate(snapshot));
    double warm = best(() -> all.evaluate(snapshot));
    System.out.printf(
        "BENCH workloads=%d checks=%d workload-checks=%d per-cpu-second=%.0f, %.1f times dev.cel%n",
        workloads,
        catalogue.all().size(),
        aboutWorkloads.size(),
        workloads * (double) aboutWorkloads.size() / workloadChecks,
        devCel / workloadChecks);
    System.out.printf(
        "BENCH cpu seconds: read %.2f, all checks first %.2f, warm %.2f, workload checks %.2f;"
            + " peak heap %d MiB%n",
        parse, first, warm, workloadChecks, peak);
  }

  private static void facts(List<Fact> facts, Snapshot snapshot) throws Exception {
    List<Workload> workloads = Workloads.of(snapshot);
    for (Fact fact : facts) {
      double seconds = best(() -> fact.compute(snapshot, workloads));
      System.out.printf("BENCH fact %s: %.3f cpu seconds%n", fact.name(), seconds);
    }
  }

  private static CelEvaluator evaluator(Catalogue catalogue, List<Fact> facts) {
    return new CelEvaluator(catalogue, facts, EngineConfiguration.compiler(facts));
  }

  private static CelEvaluator oracle(Catalogue catalogue, List<Fact> facts) {
    var vocabulary = new Vocabulary(facts);
    return new CelEvaluator(catalogue, facts, new Compiler(vocabulary, new DevCel(vocabulary)));
  }

  private static Snapshot snapshot(Path inventory) throws IOException {
    List<KubeObject> objects = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(inventory))) {
      new ItemReader().read(in, objects::add);
    }
    var readings = new HashMap<Kind, Reading>();
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    return Manifests.snapshot(objects, new Coverage(readings));
  }

  private static void warmUp(Callable<Assessment> work) throws Exception {
    for (long end = System.nanoTime() + WARM_UP_NANOS; System.nanoTime() < end; ) {
      work.call();
    }
  }

  /** CPU seconds of the best of three. */
  private static double best(Callable<?> work) throws Exception {
    return Math.min(cpu(work), Math.min(cpu(work), cpu(work)));
  }

  /** CPU seconds of this thread. */
  private static double cpu(Callable<?> work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.call();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
