package dev.plumbline.inventory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads collected documents by field name; what is absent or of another type reads as empty. */
public final class Documents {

  private Documents() {}

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Map<String, Object> document, String field) {
    return get(document, field) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** A list as it stands where all in it are maps. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> maps(Map<String, Object> document, String field) {
    return get(document, field) instanceof List<?> list
        ? (List<Map<String, Object>>) only(Map.class, list)
        : List.of();
  }

  /** A list as it stands where all in it are texts. */
  @SuppressWarnings("unchecked")
  public static List<String> texts(Map<String, Object> document, String field) {
    return get(document, field) instanceof List<?> list
        ? (List<String>) only(String.class, list)
        : List.of();
  }

  private static @Nullable Object get(Map<String, Object> document, String field) {
    return document instanceof FieldMap map ? map.of(field) : document.get(field);
  }

  private static List<?> only(Class<?> type, List<?> list) {
    for (Object one : list) {
      if (!type.isInstance(one)) {
        return list.stream().filter(type::isInstance).toList();
      }
    }
    return list;
  }

  public static String text(Map<String, Object> document, String field) {
    return get(document, field) instanceof String text ? text : "";
  }

  public static boolean flag(Map<String, Object> document, String field) {
    return Boolean.TRUE.equals(get(document, field));
  }
}
