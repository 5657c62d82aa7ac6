package dev.plumbline.inventory.shape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of one kind, or of a part of one. */
public record Shape(String name, Map<String, Field> fields) {

  public Shape {
    fields = Map.copyOf(fields);
  }

  /** This shape under another name with more fields; a field of the same name is replaced. */
  public Shape extended(String name, Map<String, Field> more) {
    var all = new LinkedHashMap<>(fields);
    all.putAll(more);
    return new Shape(name, all);
  }

  /**
   * One field.
   *
   * @param always whether every object has it
   * @param needs kinds and facts that must have been seen to answer it, besides the object itself
   */
  public record Field(Type type, boolean always, Set<String> needs) {

    public Field {
      needs = Set.copyOf(needs);
    }

    public static Field always(Type type) {
      return new Field(type, true, Set.of());
    }

    public static Field optional(Type type) {
      return new Field(type, false, Set.of());
    }

    public Field needing(String... words) {
      return new Field(type, always, Set.of(words));
    }
  }
}
