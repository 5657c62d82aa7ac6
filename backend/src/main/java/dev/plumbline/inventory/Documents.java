package dev.plumbline.inventory;

import java.util.List;
import java.util.Map;

/** Reads collected documents by field name; what is absent or of another type reads as empty. */
public final class Documents {

  private Documents() {}

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Map<String, Object> document, String field) {
    return document.get(field) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> maps(Map<String, Object> document, String field) {
    if (!(document.get(field) instanceof List<?> list)) {
      return List.of();
    }
    return (List<Map<String, Object>>)
        (List<?>) list.stream().filter(Map.class::isInstance).toList();
  }

  public static List<String> texts(Map<String, Object> document, String field) {
    if (!(document.get(field) instanceof List<?> list)) {
      return List.of();
    }
    return list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  public static String text(Map<String, Object> document, String field) {
    return document.get(field) instanceof String text ? text : "";
  }

  public static boolean flag(Map<String, Object> document, String field) {
    return Boolean.TRUE.equals(document.get(field));
  }
}
