package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Language.Touch;
import dev.plumbline.inventory.shape.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which fields of which shapes are read. */
final class Reads {

  static final Reads NONE = new Reads(Map.of());

  private final Map<String, SortedSet<String>> fields;
  private final int hash;

  private Reads(Map<String, SortedSet<String>> fields) {
    this.fields = fields;
    this.hash = fields.hashCode();
  }

  static Reads of(Collection<Touch> touches) {
    var fields = new TreeMap<String, SortedSet<String>>();
    touches.forEach(touch ->
        fields.computeIfAbsent(touch.struct(), shape -> new TreeSet<>()).add(touch.field()));
    return new Reads(fields);
  }

  Collection<String> of(String shape) {
    SortedSet<String> known = fields.get(shape);
    return known == null ? List.of() : known;
  }

  boolean variable(String name) {
    return of(Touch.VARIABLE).contains(name);
  }

  /** Whether an object is read in a way that does not tell what of it. */
  boolean everything(Vocabulary vocabulary) {
    return fields.entrySet().stream()
        .anyMatch(e -> vocabulary.object(e.getKey()) && e.getValue().contains(Touch.WHOLE));
  }

  /** What is read of objects within a value of this type. */
  Reads within(Type type, Vocabulary vocabulary) {
    var below = new TreeMap<String, SortedSet<String>>();
    collect(type, vocabulary, below);
    return below.isEmpty() ? NONE : new Reads(below);
  }

  private void collect(Type type, Vocabulary vocabulary, Map<String, SortedSet<String>> into) {
    switch (type) {
      case Type.ListOf list -> collect(list.element(), vocabulary, into);
      case Type.MapOf map -> collect(map.value(), vocabulary, into);
      case Type.Struct(String shape) -> {
        if (vocabulary.object(shape) && into.putIfAbsent(shape, new TreeSet<>(of(shape))) == null) {
          of(shape).forEach(field -> collect(vocabulary.field(shape, field), vocabulary, into));
        }
      }
      case Type.Scalar scalar -> {}
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Reads reads && hash == reads.hash && fields.equals(reads.fields));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
