package dev.plumbline.inventory;

import java.util.Map;

/** Label selectors as Kubernetes matches them: an empty one selects everything. */
public final class Selectors {

  private Selectors() {}

  /** Whether an object with these labels is selected. */
  public static boolean matches(Map<String, Object> selector, Map<String, Object> labels) {
    return Documents.map(selector, "matchLabels").entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())))
        && Documents.maps(selector, "matchExpressions").stream()
            .allMatch(expression -> matchesExpression(expression, labels));
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
