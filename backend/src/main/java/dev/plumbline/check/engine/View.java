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
  private final Map<String, Object> known;

  /**
   * @param known further fields that need no computing; the view adds to it
   */
  View(Map<String, Object> document, Map<String, Object> known) {
    this.document = document;
    this.known = known;
  }

  /** The further fields; each hides a field of the document with its name. */
  abstract Set<String> names();

  /** Whether a field is one of those to be computed. */
  abstract boolean adds(String name);

  /**
   * Null when absent.
   *
   * @throws UnknownAnswer when not known
   */
  abstract @Nullable Object compute(String name);

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Object value = known.get(key);
    if (value != null) {
      return value;
    }
    return key instanceof String name && adds(name) ? computed(name) : document.get(key);
  }

  private @Nullable Object computed(String name) {
    Object value = compute(name);
    if (value != null) {
      known.put(name, value);
    }
    return value;
  }

  /** What is not known is there. */
  @Override
  public boolean containsKey(@Nullable Object key) {
    if (!(key instanceof String name) || !adds(name)) {
      return known.containsKey(key) || document.containsKey(key);
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
    all.putAll(known);
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
