package dev.plumbline.inventory.fact;

import dev.plumbline.check.engine.AllFacts;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.collect.ItemReader;
import dev.plumbline.testing.BenchInventory;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * CPU time and garbage of every fact, asked of everything a scan asks it of, and how both grow;
 * asserts nothing and runs only when asked by name:
 *
 * <pre>PLUMBLINE_SHARED=… mvn -pl backend test -Dtest=FactBench -Dplumbline.bench=true</pre>
 *
 * <p>{@code plumbline.bench.sizes} names other sizes than 1000, 10000 and 50000.
 */
class FactBench {

  @Test
  void generatedInventories() throws Exception {
    var sizes = System.getProperty("plumbline.bench.sizes", "1000,10000,50000").split(",");
    var costs = new FactCosts();
    for (String size : sizes) {
      int workloads = Integer.parseInt(size);
      List<KubeObject> objects = generated(workloads);
      costs.measure(workloads, objects);
    }
    costs.print("generated");
  }

  /** MiB of heap that stay taken when nothing but this is kept, one after another. */
  @Test
  void keptInMemory() throws Exception {
    long empty = BenchInventory.usedHeap();
    Snapshot snapshot = FactCosts.snapshot(generated(10_000));
    long read = BenchInventory.usedHeap();
    List<Workload> workloads = Workloads.of(snapshot);
    long before = BenchInventory.usedHeap();
    System.out.printf("BENCH kept: objects %d, workloads %d MiB%n", read - empty, before - read);
    for (Fact fact : AllFacts.list()) {
      Fact.Computed computed = fact.compute(snapshot, workloads);
      long after = BenchInventory.usedHeap();
      System.out.printf("BENCH kept: %s %d MiB%n", fact.name(), after - before);
      Reference.reachabilityFence(computed);
    }
  }

  private static List<KubeObject> generated(int workloads) throws Exception {
    List<KubeObject> objects = new ArrayList<>();
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(BenchInventory.generated(workloads)))) {
      new ItemReader().read(in, objects::add);
    }
    return objects;
  }
}
