package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Silence;
import dev.plumbline.check.cel.Silence.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which columns wait for which fields in the documents of a workload. */
final class Presence {

  private static final String CONTAINERS = "containers";

  /** Expressions see what is in all these lists as one. */
  private static final Set<String> LISTS =
      Set.of("initContainers", CONTAINERS, "ephemeralContainers");

  private final int count;
  private final Map<String, Level> levels = new HashMap<>();
  private final Columns always;
  private final Columns everything;

  /** The maps that are reached by a field of one name. */
  final class Level {
    private final boolean free;
    private final Map<String, Field> fields = new HashMap<>();

    private Level(boolean free) {
      this.free = free;
    }

    /** Null where nobody looks at such a field. */
    @Nullable Field field(Object name) {
      return fields.get(name);
    }

    private Field made(String name) {
      return fields.computeIfAbsent(name, any -> new Field());
    }
  }

  /** A field that expressions look at. */
  final class Field {
    private final Columns waiting = new Columns(count);
    private @Nullable Level below;
    private boolean map;
    private boolean list;
    private boolean elements;

    /** Columns that are asked where it is present. */
    Columns waiting() {
      return waiting;
    }

    /** What expressions look at in its value; null for nothing. */
    @Nullable Level below() {
      return below;
    }

    /** Whether its value matters, not only that it is there. */
    boolean opened() {
      return below != null || map || list || elements;
    }

    /** Whether a value is of another kind than expressions take it to be. */
    boolean odd(@Nullable Object value) {
      return map && !(value instanceof Map)
          || (list || elements) && !(value instanceof List<?> all && (!elements || maps(all)));
    }

    private static boolean maps(List<?> all) {
      for (int place = 0; place < all.size(); place++) {
        if (!(all.get(place) instanceof Map)) {
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
    this.count = silences.size();
    this.always = new Columns(count);
    this.everything = new Columns(count);
    for (int column = 0; column < count; column++) {
      everything.add(column);
      await(column, silences.get(column));
    }
    gather();
    silences.forEach(silence -> silence.ifPresent(this::note));
  }

  private void await(int column, Optional<Silence> silence) {
    silence.ifPresentOrElse(known -> await(column, known), () -> always.add(column));
  }

  private void await(int column, Silence silence) {
    for (Step step : silence.steps()) {
      Field field = level(step.outer()).made(step.field());
      if (silence.fields().contains(step.field())) {
        field.waiting.add(column);
      }
    }
  }

  private Level level(String outer) {
    return levels.computeIfAbsent(name(outer), name -> new Level(Silence.FREE.contains(name)));
  }

  private static String name(String outer) {
    return LISTS.contains(outer) ? CONTAINERS : outer;
  }

  /** Joins the levels. */
  private void gather() {
    LISTS.forEach(level("spec")::made);
    for (Level level : levels.values()) {
      if (!level.free) {
        level.fields.forEach((name, field) -> field.below = levels.get(name(name)));
      }
    }
  }

  private void note(Silence silence) {
    silence.maps().forEach(name -> each(name, field -> field.map = true));
    silence.lists().forEach(name -> each(name, field -> field.list = true));
    silence.elements().forEach(name -> each(name, field -> field.elements = true));
  }

  /** All fields of this name, except where people chose it. */
  private void each(String name, Consumer<Field> change) {
    for (Level level : levels.values()) {
      Field field = level.free ? null : level.field(name);
      if (field != null) {
        change.accept(field);
      }
    }
  }

  /** Columns that are asked whatever is present. */
  Columns always() {
    return always;
  }

  Columns everything() {
    return everything;
  }

  Columns none() {
    return new Columns(count);
  }

  /** Whether no column waits for anything. */
  boolean idle() {
    return always.same(everything);
  }

  /** What is looked at in a part of the document that is always there; null for nothing. */
  @Nullable Level root(String name) {
    return levels.get(name);
  }
}
