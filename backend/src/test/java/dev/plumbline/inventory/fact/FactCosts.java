package dev.plumbline.inventory.fact;

import com.sun.management.ThreadMXBean;
import dev.plumbline.check.engine.AllFacts;
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
import dev.plumbline.inventory.shape.Shapes;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What facts cost in CPU time and garbage at growing sizes of a cluster. */
final class FactCosts {

  private final Map<String, Map<Integer, Cost>> grown = new LinkedHashMap<>();

  /** Milliseconds of CPU and MiB allocated. */
  private record Cost(double cpu, double allocated) {

    static final Cost NEVER = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

    Cost least(Cost other) {
      return new Cost(Math.min(cpu, other.cpu), Math.min(allocated, other.allocated));
    }

    @Override
    public String toString() {
      return "%9.1f ms %8.1f MiB".formatted(cpu, allocated);
    }
  }

  /** Measures every fact, asked of everything a scan asks it of. */
  void measure(int size, List<KubeObject> objects) throws Exception {
    Snapshot snapshot = snapshot(objects);
    List<Workload> workloads = Workloads.of(snapshot);
    keep("Snapshot", size, best(() -> snapshot(objects)));
    keep("Workloads", size, best(() -> Workloads.of(snapshot)));
    for (Fact fact : AllFacts.list()) {
      Cost cost = best(() -> ask(fact, snapshot, workloads));
      keep(fact.name(), size, cost);
    }
  }

  private void keep(String what, int size, Cost cost) {
    grown.computeIfAbsent(what, it -> new TreeMap<>()).put(size, cost);
  }

  /** One line for each, with how many times the size before it takes. */
  void print(String title) {
    grown.forEach((what, costs) -> {
      var line = new StringBuilder("BENCH %s %-13s".formatted(title, what));
      Cost before = null;
      for (var entry : costs.entrySet()) {
        line.append(" | %,d: %s".formatted(entry.getKey(), entry.getValue()));
        line.append(before == null ? "" : " (x%.1f)".formatted(entry.getValue().cpu / before.cpu));
        before = entry.getValue();
      }
      System.out.println(line);
    });
  }

  /** Computes a fact and reads its fields of every subject. */
  private static int ask(Fact fact, Snapshot snapshot, List<Workload> workloads) {
    Fact.Computed computed = fact.compute(snapshot, workloads);
    int read = 0;
    for (String subject : fact.adds().keySet()) {
      for (ObjectKey key : keys(subject, computed, snapshot, workloads)) {
        read += computed.of(subject, key) == null ? 0 : 1;
      }
    }
    return read;
  }

  private static Collection<ObjectKey> keys(
      String subject, Fact.Computed computed, Snapshot snapshot, List<Workload> workloads) {
    if (subject.equals("Workload")) {
      return workloads.stream().map(Workload::key).toList();
    }
    if (subject.equals("Cluster")) {
      return List.of(new ObjectKey(Kind.core("Cluster"), "", "cluster"));
    }
    return Shapes.kind(subject)
        .<Collection<ObjectKey>>map(
            kind -> snapshot.all(kind).stream().map(KubeObject::key).toList())
        .orElseGet(() -> computed.population(subject));
  }

  static Snapshot snapshot(Collection<KubeObject> objects) {
    var readings = new HashMap<Kind, Reading>();
    var complete = new Reading(State.COMPLETE, 0, "");
    AllFacts.list().forEach(fact -> fact.needs().forEach(kind -> readings.put(kind, complete)));
    objects.forEach(object -> readings.put(object.key().kind(), complete));
    return Manifests.snapshot(List.copyOf(objects), new Coverage(readings));
  }

  /** The best of a few, as many as a third of a second of CPU allows, after as many to warm up. */
  private static Cost best(Callable<?> work) throws Exception {
    Cost first = cost(work);
    int rounds = (int) Math.clamp(300 / Math.max(1, first.cpu), 1, 20);
    Cost best = Cost.NEVER;
    for (int i = 0; i < rounds * 2; i++) {
      best = best.least(cost(work));
    }
    return best;
  }

  private static Cost cost(Callable<?> work) throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    work.call();
    return new Cost(
        (threads.getCurrentThreadCpuTime() - start) / 1e6,
        (threads.getCurrentThreadAllocatedBytes() - bytes) / (double) (1 << 20));
  }
}
