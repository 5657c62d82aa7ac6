package dev.plumbline.check.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of one YAML mapping, each read once, strictly. */
final class Keys {

  private final String file;
  private final String path;
  private final Map<String, Object> left = new LinkedHashMap<>();

  Keys(String file, String path, @Nullable Object value) {
    this.file = file;
    this.path = path;
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong("", "must be a mapping");
    }
    map.forEach((key, inner) -> left.put(String.valueOf(key), inner));
  }

  String text(String key) {
    Object value = required(key);
    if (!(value instanceof String text) || text.isBlank()) {
      throw wrong(key, "must be text");
    }
    return text.strip();
  }

  String textOr(String key, String otherwise) {
    return left.containsKey(key) ? text(key) : otherwise;
  }

  /** A list of texts that has at least one. */
  List<String> texts(String key) {
    List<String> texts = strings(key, required(key));
    if (texts.isEmpty()) {
      throw wrong(key, "must not be empty");
    }
    return texts;
  }

  List<String> textsOr(String key) {
    return left.containsKey(key) ? texts(key) : List.of();
  }

  Keys mapping(String key) {
    return new Keys(file, path + key + ".", required(key));
  }

  /** A mapping whose values are a text or a list of texts. */
  Map<String, List<String>> lists(String key) {
    if (!left.containsKey(key)) {
      return Map.of();
    }
    Keys inner = mapping(key);
    var lists = new LinkedHashMap<String, List<String>>();
    for (String name : List.copyOf(inner.left.keySet())) {
      Object value = inner.required(name);
      lists.put(name, value instanceof String one ? List.of(one) : inner.strings(name, value));
    }
    return lists;
  }

  /** Refuses keys that nobody asked for. */
  void end() {
    if (!left.isEmpty()) {
      throw wrong(new TreeSet<>(left.keySet()).first(), "is not a known key");
    }
  }

  InvalidCheck wrong(String key, String problem) {
    return new InvalidCheck(file, path + key, problem);
  }

  private Object required(String key) {
    Object value = left.remove(key);
    if (value == null) {
      throw wrong(key, "is missing");
    }
    return value;
  }

  private List<String> strings(String key, Object value) {
    if (!(value instanceof List<?> list)
        || !list.stream().allMatch(item -> item instanceof String s && !s.isBlank())) {
      throw wrong(key, "must be a list of texts");
    }
    return list.stream().map(String.class::cast).toList();
  }
}
