package dev.plumbline.check.engine;

import dev.plumbline.check.cel.UnknownAnswer;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document with further fields, computed once when first read. */
abstract class View extends AbstractMap<String, Object> {

  private final Map<String, Object> document;
  private final Places further;
  private @Nullable Object @Nullable [] known;

  /**
   * Nothing is computed yet.
   *
   * @param further fields; each hides a field of the document with its name
   */
  View(Map<String, Object> document, Places further) {
    this.document = document;
    this.further = further;
  }

  /**
   * A further field; null when absent.
   *
   * @throws UnknownAnswer when not known
   */
  abstract @Nullable Object compute(String name);

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int place = further.of(key);
    return place < 0 ? document.get(key) : further(place);
  }

  private @Nullable Object further(int place) {
    @Nullable Object[] values = known;
    if (values == null) {
      values = new @Nullable Object[further.size()];
      known = values;
    }
    Object value = values[place];
    if (value == null) {
      value = compute(further.names().get(place));
      values[place] = value;
    }
    return value;
  }

  /** What is not known is there. */
  @Override
  public boolean containsKey(@Nullable Object key) {
    int place = further.of(key);
    if (place < 0) {
      return document.containsKey(key);
    }
    try {
      return further(place) != null;
    } catch (UnknownAnswer unknown) {
      return true;
    }
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var all = new LinkedHashMap<>(document);
    for (String name : further.names()) {
      Object value = get(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all.entrySet();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
