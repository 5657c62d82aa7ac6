package dev.plumbline.inventory;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A small map of a document, in its order: unchangeable, without nulls, its names shared with other
 * maps of the same names.
 */
public final class FieldMap extends AbstractMap<String, Object> {

  private final FieldNames names;
  private final Object[] values;

  FieldMap(FieldNames names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /** The value of a field, null when absent. */
  public @Nullable Object of(String name) {
    int place = names.place(name);
    return place < 0 ? null : values[place];
  }

  /** The names in their order; the very same list for all maps that share them. */
  public List<String> names() {
    return names.list();
  }

  /** The value of the field that stands at a place among the names. */
  public Object at(int place) {
    return values[place];
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return name instanceof String text ? of(text) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && names.place(text) >= 0;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Object> action) {
    for (int place = 0; place < values.length; place++) {
      action.accept(names.name(place), values[place]);
    }
  }

  /** The same names with other values; this very map where each value is the same as before. */
  public FieldMap mapped(BiFunction<String, Object, Object> change) {
    Object[] changed = values;
    for (int place = 0; place < values.length; place++) {
      Object value = change.apply(names.name(place), values[place]);
      if (value != values[place]) {
        changed = changed == values ? values.clone() : changed;
        changed[place] = value;
      }
    }
    return changed == values ? this : new FieldMap(names, changed);
  }

  /** The same fields, with this one in its place or at the end. */
  public FieldMap with(String name, Object value) {
    int place = names.place(name);
    Object[] changed = Arrays.copyOf(values, place < 0 ? values.length + 1 : values.length);
    changed[place < 0 ? values.length : place] = value;
    return new FieldMap(place < 0 ? names.and(name) : names, changed);
  }

  @Override
  public Collection<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, Object>> {

    private int place;

    @Override
    public boolean hasNext() {
      return place < values.length;
    }

    @Override
    public Entry<String, Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var entry = Map.entry(names.name(place), values[place]);
      place++;
      return entry;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FieldMap map && map.names == names ? same(map) : super.equals(other));
  }

  private boolean same(FieldMap other) {
    for (int place = 0; place < values.length; place++) {
      if (!values[place].equals(other.values[place])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int place = 0; place < values.length; place++) {
      hash += names.name(place).hashCode() ^ values[place].hashCode();
    }
    return hash;
  }
}
