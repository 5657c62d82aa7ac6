package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Silence;
import dev.plumbline.check.engine.Presence.Mark;
import dev.plumbline.check.engine.Subject.Look;
import dev.plumbline.inventory.FieldMap;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks which fields are present, of all workloads of one snapshot. */
final class Survey {

  private final Presence presence;
  private final Map<List<String>, Names> known = new IdentityHashMap<>();

  Survey(Presence presence) {
    this.presence = presence;
  }

  /** What is present; everything where a document is not of the kind that a field is. */
  BitSet of(Subject subject) {
    if (presence.none() || subject.unknown().isPresent()) {
      return presence.everything();
    }
    var present = new BitSet();
    for (Look look : subject.looks()) {
      if (!note(look.variables(), present)
          || !look.template().map(template -> note(template, present)).orElse(true)) {
        return presence.everything();
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
      case FieldMap map -> fields(map, present);
      case Map<?, ?> map -> fields(map, present);
      case List<?> list -> elements(list, present);
      case null, default -> true;
    };
  }

  private boolean fields(FieldMap map, BitSet present) {
    Names names = noted(map, present);
    for (int place = 0; place < names.marks.length; place++) {
      Object value = map.at(place);
      if (!usual(names.marks[place], value)
          || !(names.free.get(place) ? keys(value, present) : within(value, present))) {
        return false;
      }
    }
    return true;
  }

  private boolean fields(Map<?, ?> map, BitSet present) {
    for (Map.Entry<?, ?> field : map.entrySet()) {
      Object value = field.getValue();
      if (!usual(noted(field.getKey(), present), value)
          || !(free(field.getKey()) ? keys(value, present) : within(value, present))) {
        return false;
      }
    }
    return true;
  }

  private boolean elements(List<?> all, BitSet present) {
    for (Object one : all) {
      if (!within(one, present)) {
        return false;
      }
    }
    return true;
  }

  /** Notes names that people chose. */
  private boolean keys(@Nullable Object value, BitSet present) {
    if (value instanceof FieldMap map) {
      noted(map, present);
    } else if (value instanceof Map<?, ?> map) {
      map.keySet().forEach(key -> noted(key, present));
    }
    return true;
  }

  private static boolean usual(@Nullable Mark mark, @Nullable Object value) {
    return mark == null || !mark.odd(value);
  }

  private static boolean free(Object name) {
    return name instanceof String text && Silence.FREE.contains(text);
  }

  private @Nullable Mark noted(Object name, BitSet present) {
    Mark mark = presence.mark(name);
    if (mark != null) {
      present.set(mark.place());
    }
    return mark;
  }

  private Names noted(FieldMap map, BitSet present) {
    Names names = known.computeIfAbsent(map.names(), Names::new);
    present.or(names.places);
    return names;
  }

  /** What is known of names that many maps share. */
  private final class Names {

    private final BitSet places = new BitSet();
    private final BitSet free = new BitSet();
    private final @Nullable Mark[] marks;

    private Names(List<String> names) {
      this.marks = new @Nullable Mark[names.size()];
      for (int place = 0; place < marks.length; place++) {
        marks[place] = noted(names.get(place), places);
        free.set(place, free(names.get(place)));
      }
    }
  }
}
