package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Silence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields expressions wait for in the documents of a workload. */
final class Presence {

  private final Map<String, Mark> marks = new HashMap<>();
  private final List<@Nullable BitSet> awaited = new ArrayList<>();
  private final BitSet everything = new BitSet();

  /** What is noted of a field. */
  static final class Mark {
    private final int place;
    private boolean map;
    private boolean list;
    private boolean elements;

    private Mark(int place) {
      this.place = place;
    }

    int place() {
      return place;
    }

    /** Whether a value is of another kind than expressions take it to be. */
    boolean odd(@Nullable Object value) {
      return map && !(value instanceof Map)
          || (list || elements) && !(value instanceof List)
          || elements && value instanceof List<?> all && !maps(all);
    }

    private static boolean maps(List<?> all) {
      for (Object one : all) {
        if (!(one instanceof Map)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param silences one for each column, empty where it yields something whatever is absent
   */
  Presence(List<Optional<Silence>> silences) {
    for (Optional<Silence> silence : silences) {
      awaited.add(silence.map(Silence::fields).map(this::places).orElse(null));
      silence.ifPresent(this::mark);
    }
    everything.set(0, marks.size() + 1);
  }

  private void mark(Silence silence) {
    silence.maps().forEach(field -> made(field).map = true);
    silence.lists().forEach(field -> made(field).list = true);
    silence.elements().forEach(field -> made(field).elements = true);
  }

  private BitSet places(Set<String> fields) {
    var places = new BitSet();
    fields.forEach(field -> places.set(made(field).place));
    return places;
  }

  private Mark made(String field) {
    return marks.computeIfAbsent(field, name -> new Mark(marks.size()));
  }

  /** Whether nothing that a column waits for is present. */
  boolean silent(int column, BitSet present) {
    BitSet places = awaited.get(column);
    return places != null && !places.intersects(present);
  }

  /** All that may be present. */
  BitSet everything() {
    return everything;
  }

  /** Null where nobody waits for such a field. */
  @Nullable Mark mark(Object field) {
    return marks.get(field);
  }

  boolean none() {
    return marks.isEmpty();
  }
}
