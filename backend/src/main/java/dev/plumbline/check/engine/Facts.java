package dev.plumbline.check.engine;

import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of one snapshot, each computed when first asked, once. */
final class Facts {

  private final Snapshot snapshot;
  private final List<Workload> workloads;
  private final List<Fact> facts;
  private final Function<Workload, Object> shown;
  private final Map<String, Fact.Computed> computed = new HashMap<>();
  private final Map<String, Map<String, Integer>> sources = new HashMap<>();

  /**
   * Nothing is computed yet.
   *
   * @param shown how expressions see a workload that a fact points to
   */
  Facts(
      Snapshot snapshot,
      List<Workload> workloads,
      List<Fact> facts,
      Function<Workload, Object> shown) {
    this.snapshot = snapshot;
    this.workloads = workloads;
    this.facts = facts;
    this.shown = shown;
    for (int fact = 0; fact < facts.size(); fact++) {
      int source = fact;
      facts.get(fact).adds().forEach((subject, record) -> add(subject, record, source));
    }
  }

  private void add(String subject, Class<? extends Record> record, int fact) {
    var fields = sources.computeIfAbsent(subject, s -> new HashMap<>());
    Shapes.of(record).getFirst().fields().keySet().forEach(name -> fields.put(name, fact));
  }

  /** What facts add to one subject. */
  Fields fields(String subject, ObjectKey key) {
    return new Fields(subject, fact -> fact.of(subject, key));
  }

  /** What facts add to a workload. */
  Fields fields(Workload workload) {
    return new Fields(Words.WORKLOAD, fact -> fact.of(workload));
  }

  Collection<ObjectKey> population(String subject) {
    var all = new LinkedHashSet<ObjectKey>();
    for (Fact fact : facts) {
      if (fact.adds().containsKey(subject)) {
        all.addAll(computed(fact).population(subject));
      }
    }
    return all;
  }

  private Fact.Computed computed(Fact fact) {
    return computed.computeIfAbsent(fact.name(), name -> fact.compute(snapshot, workloads));
  }

  /** The fields of one subject by their names; each fact is asked for its record once. */
  final class Fields {

    private final Function<Fact.Computed, Record> record;
    private final Map<String, Integer> sources;
    private final @Nullable RecordView[] records = new @Nullable RecordView[facts.size()];

    private Fields(String subject, Function<Fact.Computed, Record> record) {
      this.record = record;
      this.sources = Facts.this.sources.getOrDefault(subject, Map.of());
    }

    Set<String> names() {
      return sources.keySet();
    }

    /** A field as the fact tells it. */
    @Nullable Object raw(String name) {
      Integer fact = sources.get(name);
      return fact == null ? null : Components.of(record(fact).record(), name);
    }

    boolean adds(String name) {
      return sources.containsKey(name);
    }

    @Nullable Object get(String name) {
      Integer fact = sources.get(name);
      if (fact == null) {
        return null;
      }
      RecordView record = record(fact);
      List<Workload> pointedTo = WorkloadList.of(Components.of(record.record(), name));
      return pointedTo.isEmpty() ? record.get(name) : new WorkloadList(pointedTo, shown);
    }

    private RecordView record(int fact) {
      RecordView known = records[fact];
      if (known == null) {
        known = new RecordView(record.apply(computed(facts.get(fact))));
        records[fact] = known;
      }
      return known;
    }
  }
}
