package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes maps and lists of what is put on a stack; maps of few fields share their names, others are
 * hashed ones. Not for several threads at once.
 */
public final class FieldMaps {

  /** So many fields has a field map at most. */
  static final int MOST = 24;

  private static final int BITS = 12;
  private static final int ROOM = 256;

  private final @Nullable FieldNames[] known = new @Nullable FieldNames[1 << BITS];
  private String[] names = new String[ROOM];
  private Object[] values = new Object[ROOM];
  private int top;
  private long weight;

  /** The height of the stack: what is put from now on becomes one map or list. */
  public int mark() {
    return top;
  }

  /** An element of a list. */
  public void put(Object value) {
    put("", value);
  }

  /** A field of a map. */
  public void put(String name, Object value) {
    if (top == values.length) {
      names = Arrays.copyOf(names, 2 * top);
      values = Arrays.copyOf(values, 2 * top);
    }
    names[top] = name;
    values[top++] = value;
  }

  /** Takes what was put since the mark; of two fields of one name the last counts. */
  public Map<String, Object> map(int mark) {
    int count = top - mark;
    top = mark;
    if (count > MOST) {
      return hashed(mark, count);
    }
    FieldNames own = names(mark, count);
    if (own == null) {
      return copy(hashed(mark, count));
    }
    return new FieldMap(own, Arrays.copyOfRange(values, mark, mark + count));
  }

  /** Takes what was put since the mark. */
  public List<Object> list(int mark) {
    var list = new ArrayList<>(Arrays.asList(Arrays.copyOfRange(values, mark, top)));
    top = mark;
    return list;
  }

  /** Forgets what was put and not taken. */
  public void clear() {
    names = new String[ROOM];
    values = new Object[ROOM];
    top = 0;
  }

  /** The same fields. */
  public Map<String, Object> copy(Map<String, Object> map) {
    int mark = mark();
    map.forEach(this::put);
    return map(mark);
  }

  /** The same fields, and so for all maps and lists below. */
  public Map<String, Object> deep(Map<?, ?> map) {
    int mark = mark();
    map.forEach((name, value) -> put(String.valueOf(name), deep(value)));
    return map(mark);
  }

  private Object deep(Object value) {
    if (value instanceof Map<?, ?> map) {
      return deep(map);
    }
    if (value instanceof List<?> list) {
      int mark = mark();
      list.forEach(item -> put(deep(item)));
      return list(mark);
    }
    return value;
  }

  private Map<String, Object> hashed(int mark, int count) {
    Map<String, Object> map = LinkedHashMap.newLinkedHashMap(count);
    for (int i = mark; i < mark + count; i++) {
      map.put(names[i], values[i]);
    }
    return map;
  }

  /** Null where a name is there twice. */
  private @Nullable FieldNames names(int mark, int count) {
    int hash = count;
    for (int i = mark; i < mark + count; i++) {
      hash = 31 * hash + names[i].hashCode();
    }
    int slot = hash * 0x9E3779B9 >>> 32 - BITS;
    FieldNames found = known[slot];
    if (found != null && found.are(names, mark, count)) {
      return found;
    }
    return interned(mark, count, slot);
  }

  private @Nullable FieldNames interned(int mark, int count, int slot) {
    for (int i = mark; i < mark + count; i++) {
      names[i] = names[i].intern();
      for (int j = mark; j < i; j++) {
        if (names[i] == names[j]) {
          return null;
        }
      }
    }
    FieldNames found = known[slot];
    if (found == null || !found.are(names, mark, count)) {
      found = new FieldNames(Arrays.copyOfRange(names, mark, mark + count));
      known[slot] = found;
      weight += found.weight();
    }
    return found;
  }

  /** About the bytes of heap that names were given so far. */
  public long weight() {
    return weight;
  }
}
