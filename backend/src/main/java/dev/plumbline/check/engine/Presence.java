package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Silence;
import dev.plumbline.check.engine.Subject.Look;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields are in the documents of a workload, as far as expressions wait for them. */
final class Presence {

  private final Map<String, Mark> marks = new HashMap<>();
  private final List<@Nullable BitSet> awaited = new ArrayList<>();
  private final BitSet everything = new BitSet();

  /** What is noted of a field. */
  private static final class Mark {
    private final int place;
    private boolean map;
    private boolean list;
    private boolean elements;

    private Mark(int place) {
      this.place = place;
    }

    private boolean odd(Object value) {
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
    silence.maps().forEach(field -> mark(field).map = true);
    silence.lists().forEach(field -> mark(field).list = true);
    silence.elements().forEach(field -> mark(field).elements = true);
  }

  private BitSet places(Set<String> fields) {
    var places = new BitSet();
    fields.forEach(field -> places.set(mark(field).place));
    return places;
  }

  private Mark mark(String field) {
    return marks.computeIfAbsent(field, name -> new Mark(marks.size()));
  }

  /** Whether nothing that a column waits for is present. */
  boolean silent(int column, BitSet present) {
    BitSet places = awaited.get(column);
    return places != null && !places.intersects(present);
  }

  /** What is present; everything where a document is not of the kind that a field is. */
  BitSet of(Subject subject) {
    if (marks.isEmpty() || subject.unknown().isPresent()) {
      return everything;
    }
    var present = new BitSet(marks.size());
    for (Look look : subject.looks()) {
      if (!note(look.variables(), present)
          || !look.template().map(template -> note(template, present)).orElse(true)) {
        return everything;
      }
    }
    return present;
  }

  private boolean note(Map<String, Object> variables, BitSet present) {
    return variables.get("object") instanceof Map<?, ?> view
        && within(view.get("spec"), present)
        && within(view.get("metadata"), present);
  }

  /** False where something odd was met. */
  private boolean within(@Nullable Object value, BitSet present) {
    return switch (value) {
      case Map<?, ?> map -> fields(map, present);
      case List<?> list -> elements(list, present);
      case null, default -> true;
    };
  }

  private boolean fields(Map<?, ?> map, BitSet present) {
    for (Map.Entry<?, ?> field : map.entrySet()) {
      Mark mark = marks.get(field.getKey());
      if (mark != null) {
        if (mark.odd(field.getValue())) {
          return false;
        }
        present.set(mark.place);
      }
      if (!(free(field) ? keys(field.getValue(), present) : within(field.getValue(), present))) {
        return false;
      }
    }
    return true;
  }

  private static boolean free(Map.Entry<?, ?> field) {
    return field.getKey() instanceof String name && Silence.FREE.contains(name);
  }

  /** Notes names that people chose. */
  private boolean keys(@Nullable Object value, BitSet present) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        Mark mark = marks.get(key);
        if (mark != null) {
          present.set(mark.place);
        }
      }
    }
    return true;
  }

  private boolean elements(Collection<?> all, BitSet present) {
    for (Object one : all) {
      if (!within(one, present)) {
        return false;
      }
    }
    return true;
  }
}
