package dev.plumbline.cluster.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One map of the kubeconfig and the path that leads to it.
 *
 * @param path empty at the top
 */
record Fields(Map<?, ?> map, String path, Refusals refusals) {

  String path(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }

  /** Whether the field holds anything: null and empty text do not count. */
  boolean has(String field) {
    return map.get(field) != null && !"".equals(map.get(field));
  }

  void knowOnly(Set<String> known) {
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        String field = Refusals.shown(String.valueOf(key));
        refusals.add(path(field), "This field is not known, so it is not accepted.");
      }
    }
  }

  void refuse(String field, String message) {
    refusals.add(path(field), message);
  }

  /** Text, empty when absent. */
  String text(String field) {
    Object value = map.get(field);
    if (value instanceof String text) {
      return text;
    }
    if (value != null) {
      refuse(field, "Text is expected here.");
    }
    return "";
  }

  boolean isTrue(String field) {
    Object value = map.get(field);
    if (value != null && !(value instanceof Boolean)) {
      refuse(field, "true or false is expected here.");
    }
    return Boolean.TRUE.equals(value);
  }

  Fields map(String field) {
    return child(map.get(field), path(field));
  }

  List<Fields> maps(String field) {
    Object value = map.get(field);
    if (value != null && !(value instanceof List<?>)) {
      refuse(field, "A list is expected here.");
    }
    var all = new ArrayList<Fields>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        all.add(child(list.get(i), path(field) + "[" + i + "]"));
      }
    }
    return all;
  }

  private Fields child(@Nullable Object value, String at) {
    if (value instanceof Map<?, ?> child) {
      return new Fields(child, at, refusals);
    }
    refusals.add(at, "A map is expected here.");
    return new Fields(Map.of(), at, refusals);
  }
}
