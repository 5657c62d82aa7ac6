package dev.plumbline.check.engine;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts of one snapshot, each computed when first asked, once. */
final class Facts {

  private final Snapshot snapshot;
  private final List<Workload> workloads;
  private final List<Fact> facts;
  private final Function<Workload, Object> shown;
  private final Fact.@Nullable Computed[] computed;
  private final Map<String, Added> subjects = new HashMap<>();

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
    this.computed = new Fact.@Nullable Computed[facts.size()];
    for (int fact = 0; fact < facts.size(); fact++) {
      for (String subject : facts.get(fact).adds().keySet()) {
        subjects.computeIfAbsent(subject, Added::new);
      }
    }
  }

  /** What facts add to the things of one subject; of two facts with one field the last counts. */
  private final class Added {

    private final List<Integer> sources = new ArrayList<>();
    private final List<Integer> sourceOf;
    private final Places places;

    private Added(String subject) {
      var fields = new LinkedHashMap<String, Integer>();
      for (int fact = 0; fact < facts.size(); fact++) {
        Class<? extends Record> record = facts.get(fact).adds().get(subject);
        if (record != null) {
          int source = sources.size();
          sources.add(fact);
          Shapes.of(record).getFirst().fields().keySet().forEach(it -> fields.put(it, source));
        }
      }
      this.places = new Places(fields.keySet());
      this.sourceOf = List.copyOf(fields.values());
    }
  }

  private Added added(String subject) {
    return subjects.computeIfAbsent(subject, Added::new);
  }

  /** What facts add to one subject. */
  Fields fields(String subject, ObjectKey key) {
    return new Fields(added(subject), fact -> fact.of(subject, key));
  }

  /** What facts add to one of the snapshot's objects. */
  Fields fields(KubeObject object) {
    return new Fields(added(object.key().kind().name()), fact -> fact.of(object));
  }

  /** What facts add to a workload. */
  Fields fields(Workload workload) {
    return new Fields(added(Words.WORKLOAD), fact -> fact.of(workload));
  }

  /** The names that facts add to a subject, and more. */
  Places places(String subject, Collection<String> more) {
    var all = new ArrayList<>(added(subject).places.names());
    all.addAll(more);
    return new Places(all);
  }

  Collection<ObjectKey> population(String subject) {
    var all = new LinkedHashSet<ObjectKey>();
    for (int fact = 0; fact < facts.size(); fact++) {
      if (facts.get(fact).adds().containsKey(subject)) {
        all.addAll(computed(fact).population(subject));
      }
    }
    return all;
  }

  private Fact.Computed computed(int fact) {
    Fact.Computed known = computed[fact];
    if (known == null) {
      known = facts.get(fact).compute(snapshot, workloads);
      computed[fact] = known;
    }
    return known;
  }

  /** The fields of one subject by their names; each fact is asked for its record once. */
  final class Fields {

    private final Added added;
    private final Function<Fact.Computed, Record> asking;
    private @Nullable Record @Nullable [] records;

    private Fields(Added added, Function<Fact.Computed, Record> asking) {
      this.added = added;
      this.asking = asking;
    }

    Places places() {
      return added.places;
    }

    boolean adds(String name) {
      return added.places.of(name) >= 0;
    }

    /** A field as the fact tells it. */
    @Nullable Object raw(String name) {
      int place = added.places.of(name);
      return place < 0 ? null : Components.of(record(added.sourceOf.get(place)), name);
    }

    @Nullable Object get(String name) {
      Object value = raw(name);
      List<Workload> pointedTo = WorkloadList.of(value);
      return pointedTo.isEmpty() ? Plain.of(value) : new WorkloadList(pointedTo, shown);
    }

    private Record record(int source) {
      @Nullable Record[] known = records;
      if (known == null) {
        known = new @Nullable Record[added.sources.size()];
        records = known;
      }
      Record record = known[source];
      if (record == null) {
        record = asking.apply(computed(added.sources.get(source)));
        known[source] = record;
      }
      return record;
    }
  }
}
