package dev.plumbline.check.engine;

import dev.plumbline.check.cel.UnknownAnswer;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document with further fields, computed once when first read. */
abstract class View extends AbstractMap<String, Object> {

  private final Map<String, Object> document;
  private final Map<String, Object> computed = new HashMap<>();

  View(Map<String, Object> document) {
    this.document = document;
  }

  /** The further fields; each hides a field of the document with its name. */
  abstract Set<String> names();

  /**
   * Null when absent.
   *
   * @throws UnknownAnswer when not known
   */
  abstract @Nullable Object compute(String name);

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String name) || !names().contains(name)) {
      return document.get(key);
    }
    Object known = computed.get(name);
    if (known == null) {
      known = compute(name);
      if (known != null) {
        computed.put(name, known);
      }
    }
    return known;
  }

  /** What is not known is there. */
  @Override
  public boolean containsKey(@Nullable Object key) {
    if (!(key instanceof String name) || !names().contains(name)) {
      return document.containsKey(key);
    }
    try {
      return get(name) != null;
    } catch (UnknownAnswer unknown) {
      return true;
    }
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    var all = new LinkedHashMap<>(document);
    for (String name : names()) {
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
