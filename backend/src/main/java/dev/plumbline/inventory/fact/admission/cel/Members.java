package dev.plumbline.inventory.fact.admission.cel;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads fields, keys and indexes. */
final class Members {

  private Members() {}

  static boolean has(Object value, String field) {
    return switch (value) {
      case Map<?, ?> map -> map.containsKey(field);
      case Optional<?> optional -> optional.isPresent() && has(optional.get(), field);
      default -> throw Failed.noOverload("has", List.of(value));
    };
  }

  /** Of an optional an optional one. */
  static Object get(Object value, Object key) {
    if (value instanceof Optional<?>) {
      return perhaps(value, key);
    }
    return lookUp(value, key).orElseThrow(() -> new Failed("no such key: " + key));
  }

  static Optional<Object> perhaps(Object value, Object key) {
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? lookUp(optional.get(), key) : Optional.empty();
    }
    return lookUp(value, key);
  }

  private static Optional<Object> lookUp(Object value, Object key) {
    Object plain = whole(key);
    if (value instanceof Map<?, ?> map) {
      return Optional.ofNullable(map.get(plain));
    }
    if (value instanceof List<?> list && plain instanceof Long index) {
      return index >= 0 && index < list.size()
          ? Optional.of(list.get(index.intValue()))
          : Optional.empty();
    }
    throw Failed.noOverload("_[_]", List.of(value, key));
  }

  static boolean containsKey(Map<?, ?> map, Object key) {
    return map.containsKey(whole(key));
  }

  /** A double that is whole finds what its integer finds. */
  private static Object whole(Object key) {
    return key instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Object) number.longValue()
        : key;
  }

  /** What a loop runs over: one name for elements or keys, two for index or key and value. */
  static List<Map.Entry<Object, Object>> each(Object range, boolean both) {
    List<Map.Entry<Object, Object>> all = new ArrayList<>();
    switch (range) {
      case List<?> list -> {
        for (Object element : list) {
          all.add(both ? entry((long) all.size(), element) : entry(element, Null.NULL));
        }
      }
      case Map<?, ?> map -> map.forEach((key, value) -> all.add(entry(key, value)));
      default -> throw Failed.noOverload("loop", List.of(range));
    }
    return all;
  }

  private static Map.Entry<Object, Object> entry(Object key, Object value) {
    return new SimpleImmutableEntry<>(key, value);
  }
}
