package dev.plumbline.check.engine;

import dev.plumbline.check.engine.Presence.Field;
import dev.plumbline.check.engine.Presence.Level;
import dev.plumbline.check.engine.Subject.Look;
import dev.plumbline.inventory.FieldMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks which fields are present, of all workloads of one snapshot. */
final class Survey {

  private final Presence presence;
  private final boolean idle;
  private final Map<Level, Sights> sights = new HashMap<>();
  private final @Nullable Sights spec;
  private final @Nullable Sights metadata;

  Survey(Presence presence) {
    this.presence = presence;
    this.spec = sights(presence.root("spec"));
    this.metadata = sights(presence.root("metadata"));
    this.idle = presence.idle();
  }

  /** Columns to be asked; all where a document is not of the kind that a field is. */
  Columns of(Subject subject) {
    if (idle || subject.unknown().isPresent()) {
      return presence.everything();
    }
    Columns asked = presence.always().copy();
    for (Look look : subject.looks()) {
      if (!note(look.variables(), asked)
          || look.template().isPresent() && !note(look.template().get(), asked)) {
        return presence.everything();
      }
    }
    return asked;
  }

  /** False where something odd was met. */
  private boolean note(Map<String, Object> variables, Columns asked) {
    return variables.get("object") instanceof Map<?, ?> view
        && within(view.get("spec"), spec, asked)
        && within(view.get("metadata"), metadata, asked);
  }

  private static boolean within(@Nullable Object value, @Nullable Sights here, Columns asked) {
    if (here == null) {
      return true;
    }
    return switch (value) {
      case FieldMap map -> here.fields(map, asked);
      case Map<?, ?> map -> here.fields(map, asked);
      case List<?> list -> elements(list, here, asked);
      case null, default -> true;
    };
  }

  private static boolean elements(List<?> all, Sights here, Columns asked) {
    for (int place = 0; place < all.size(); place++) {
      if (!within(all.get(place), here, asked)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Sights sights(@Nullable Level level) {
    return level == null ? null : sights.computeIfAbsent(level, Sights::new);
  }

  /** What is looked at in maps of one level. */
  private final class Sights {

    private final Level level;
    private final Map<List<String>, Names> known = new IdentityHashMap<>();
    private @Nullable Names last;

    private Sights(Level level) {
      this.level = level;
    }

    private boolean fields(FieldMap map, Columns asked) {
      Names names = names(map.names());
      asked.addAll(names.waiting);
      for (int next = 0; next < names.opened.size(); next++) {
        Opened opened = names.opened.get(next);
        if (!opened.usual(map.at(opened.place), asked)) {
          return false;
        }
      }
      return true;
    }

    private boolean fields(Map<?, ?> map, Columns asked) {
      var names = new Names(map.keySet(), level);
      var values = new ArrayList<@Nullable Object>(map.values());
      asked.addAll(names.waiting);
      return names.opened.stream().allMatch(one -> one.usual(values.get(one.place), asked));
    }

    /** Maps of the same names often follow each other. */
    private Names names(List<String> list) {
      Names found = last;
      if (found == null || found.list != list) {
        found = known.computeIfAbsent(list, all -> new Names(all, level));
        last = found;
      }
      return found;
    }
  }

  /** What is known of names that many maps of one level share. */
  private final class Names {

    private final Collection<?> list;
    private final Columns waiting = presence.none();
    private final List<Opened> opened = new ArrayList<>();

    private Names(Collection<?> list, Level level) {
      this.list = list;
      int place = 0;
      for (Object name : list) {
        Field field = level.field(name);
        if (field != null) {
          add(field, place);
        }
        place++;
      }
    }

    private void add(Field field, int place) {
      waiting.addAll(field.waiting());
      if (field.opened()) {
        opened.add(new Opened(place, field, sights(field.below())));
      }
    }
  }

  /**
   * A field whose value is looked at.
   *
   * @param place among the names
   */
  private record Opened(int place, Field field, @Nullable Sights below) {

    boolean usual(@Nullable Object value, Columns asked) {
      return !field.odd(value) && within(value, below, asked);
    }
  }
}
