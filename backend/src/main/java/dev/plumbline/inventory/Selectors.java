package dev.plumbline.inventory;

import java.util.Map;

/** Label selectors as Kubernetes matches them: an empty one selects everything. */
public final class Selectors {

  private Selectors() {}

  /** Whether an object with these labels is selected. */
  public static boolean matches(Map<String, Object> selector, Map<String, Object> labels) {
    for (var wanted : Documents.map(selector, "matchLabels").entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    for (Map<String, Object> expression : Documents.maps(selector, "matchExpressions")) {
      if (!matchesExpression(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesExpression(
      Map<String, Object> expression, Map<String, Object> labels) {
    String key = Documents.text(expression, "key");
    boolean among =
        labels.get(key) instanceof String value
            && Documents.texts(expression, "values").contains(value);
    return switch (Documents.text(expression, "operator")) {
      case "In" -> among;
      case "NotIn" -> !among;
      case "Exists" -> labels.containsKey(key);
      case "DoesNotExist" -> !labels.containsKey(key);
      default -> false;
    };
  }
}
