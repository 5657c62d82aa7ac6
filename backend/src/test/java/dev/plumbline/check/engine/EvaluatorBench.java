package dev.plumbline.check.engine;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.check.cel.DevCel;
import dev.plumbline.check.cel.FastCel;
import dev.plumbline.check.cel.Language;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * How fast inventories are judged; asserts nothing and runs only when asked by name:
 *
 * <pre>PLUMBLINE_SHARED=… mvn -pl backend test -Dtest=EvaluatorBench -Dplumbline.bench=true</pre>
 *
 * for so many workloads as {@code -Dplumbline.bench.sizes=1000,10000,50000} says.
 */
class EvaluatorBench {

  private static final List<Fact> FACTS = AllFacts.list();
  private static final double WARM_UP_SECONDS = 10;
  private static final int LARGE = 20_000;

  static List<Integer> sizes() {
    return Arrays.stream(System.getProperty("plumbline.bench.sizes", "1000,10000").split(","))
        .map(Integer::valueOf)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void judges(int size) throws Exception {
    Path inventory = BenchInventory.generated(size);
    Catalogue catalogue = CheckFolders.load();
    CelEvaluator all = evaluator(catalogue, FastCel::new);
    warmUp(() -> JsonMapper.shared().readTree(inventory));
    double parse = best(size, () -> JsonMapper.shared().readTree(inventory));
    double read = best(size, () -> snapshot(inventory));
    Snapshot snapshot = snapshot(inventory);
    BenchInventory.resetPeakHeap();
    double first = cpu(() -> all.evaluate(snapshot));
    long peak = BenchInventory.peakHeap();
    warmUp(() -> all.evaluate(snapshot));
    double warm = best(size, () -> all.evaluate(snapshot));
    System.out.printf(
        "BENCH %d workloads, %d checks, cpu seconds: tree parse %.3f, three of them %.3f, read"
            + " %.3f; all checks first %.3f, warm %.3f; peak heap %d MiB%n",
        size, catalogue.all().size(), parse, 3 * parse, read, first, warm, peak);
    facts(size, snapshot);
    workloadChecks(size, catalogue, snapshot);
  }

  /** Checks about workloads alone, by ours and by dev.cel. */
  private static void workloadChecks(int size, Catalogue catalogue, Snapshot snapshot)
      throws Exception {
    List<Check> some =
        catalogue.all().stream().filter(c -> c.appliesTo().equals(List.of("Workload"))).toList();
    var about = Catalogue.of(some, "bench");
    double checks = (double) some.size() * Workloads.of(snapshot).size();
    Cost ours = cost(size, evaluator(about, FastCel::new), snapshot);
    Cost theirs = cost(size, evaluator(about, DevCel::new), snapshot);
    System.out.printf(
        "BENCH %d workloads, %d checks about them, checks per cpu second: %.0f with facts, %.0f"
            + " without; dev.cel %.0f and %.0f; ratio %.1f and %.1f%n",
        size,
        some.size(),
        checks / ours.whole(),
        checks / ours.judging(),
        checks / theirs.whole(),
        checks / theirs.judging(),
        theirs.whole() / ours.whole(),
        theirs.judging() / ours.judging());
  }

  /**
   * CPU seconds, warm.
   *
   * @param whole from the snapshot on
   * @param judging the same where facts are computed already
   */
  private record Cost(double whole, double judging) {}

  private static Cost cost(int size, CelEvaluator evaluator, Snapshot snapshot) throws Exception {
    warmUp(() -> evaluator.evaluate(snapshot));
    double whole = best(size, () -> evaluator.evaluate(snapshot));
    var scene = new Scene(snapshot, FACTS);
    evaluator.evaluate(scene);
    return new Cost(whole, best(size, () -> evaluator.evaluate(scene)));
  }

  private static void facts(int size, Snapshot snapshot) throws Exception {
    List<Workload> workloads = Workloads.of(snapshot);
    var each = new StringJoiner(", ");
    for (Fact fact : FACTS) {
      double seconds = best(size, () -> fact.compute(snapshot, workloads));
      each.add("%s %.3f".formatted(fact.name(), seconds));
    }
    System.out.printf("BENCH %d workloads, cpu seconds of facts: %s%n", size, each);
  }

  private static CelEvaluator evaluator(
      Catalogue catalogue, Function<Vocabulary, Language> language) {
    var vocabulary = new Vocabulary(FACTS);
    return new CelEvaluator(catalogue, FACTS, new Compiler(vocabulary, language.apply(vocabulary)));
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

  private static void warmUp(Callable<?> work) throws Exception {
    for (double spent = 0; spent < WARM_UP_SECONDS; ) {
      spent += cpu(work);
    }
  }

  /** CPU seconds of the best of five; of one where the inventory is large. */
  private static double best(int size, Callable<?> work) throws Exception {
    double best = cpu(work);
    for (int again = 1; again < 5 && size < LARGE; again++) {
      best = Math.min(best, cpu(work));
    }
    return best;
  }

  /** CPU seconds of this thread. */
  private static double cpu(Callable<?> work) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.call();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
