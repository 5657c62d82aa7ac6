package dev.plumbline.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What benchmarks share: generated inventories, and the peak of the heap. */
public final class BenchInventory {

  private BenchInventory() {}

  /**
   * One list with so many workloads, as {@code kubectl get -A -o json} prints it; skips the test
   * unless {@code plumbline.bench} is set and {@code PLUMBLINE_SHARED} names the generator's
   * folder.
   */
  public static Path generated(int workloads) throws IOException, InterruptedException {
    assumeThat(System.getProperty("plumbline.bench")).as("asked for by name").isNotNull();
    String shared = System.getenv("PLUMBLINE_SHARED");
    assumeThat(shared).as("PLUMBLINE_SHARED names the folder of the generator").isNotNull();
    Path out = Files.createTempFile("bench", ".json");
    out.toFile().deleteOnExit();
    String generator = Path.of(shared, "bench", "gen.py").toString();
    int exit =
        new ProcessBuilder(
                "python3", generator, "-n", "" + workloads, "--seed", "7", "--json", "" + out)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(generator + " ended with " + exit);
    }
    return out;
  }

  public static void resetPeakHeap() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** MiB since the last reset. */
  public static long peakHeap() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  /** MiB that stay taken. */
  public static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
