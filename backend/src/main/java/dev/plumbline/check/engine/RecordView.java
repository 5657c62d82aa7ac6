package dev.plumbline.check.engine;

import dev.plumbline.check.cel.UnknownAnswer;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fact's record as a map of its components, each made plain once. */
final class RecordView extends AbstractMap<String, Object> {

  private static final Object ABSENT = new Object();

  private final Record record;
  private final Components components;
  private final @Nullable Object[] values;

  RecordView(Record record) {
    this.record = record;
    this.components = Components.of(record);
    this.values = new @Nullable Object[components.size()];
  }

  Record record() {
    return record;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int place = components.place(name);
    if (place < 0) {
      return null;
    }
    Object known = values[place];
    if (known == null) {
      Object plain = Plain.of(components.read(record, place));
      known = plain == null ? ABSENT : plain;
      values[place] = known;
    }
    return known == ABSENT ? null : known;
  }

  /** What is not known is there. */
  @Override
  public boolean containsKey(@Nullable Object name) {
    try {
      return get(name) != null;
    } catch (UnknownAnswer unknown) {
      return true;
    }
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : components.names()) {
      Object value = get(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordView view && record.equals(view.record);
  }

  @Override
  public int hashCode() {
    return record.hashCode();
  }

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
