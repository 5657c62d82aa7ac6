package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Preconditions of Kyverno's rules, as far as they ask for the operation of a request. */
final class KyvernoPreconditions {

  private static final Pattern OPERATION =
      Pattern.compile("\\{\\{ *request\\.operation *(?:\\|\\| *'[A-Z]*' *)?}}");
  private static final List<String> OPERATIONS = List.of("CREATE", "UPDATE");

  private KyvernoPreconditions() {}

  /**
   * The operations that a rule looks at.
   *
   * @throws NotUnderstood where its preconditions ask for more
   */
  static Set<String> operations(Map<String, Object> rule) {
    Object block = rule.getOrDefault("preconditions", Map.of());
    return OPERATIONS.stream()
        .filter(operation -> met(block, operation))
        .collect(Collectors.toSet());
  }

  private static boolean met(Object block, String operation) {
    if (!(block instanceof Map<?, ?>)) {
      throw new NotUnderstood("has preconditions");
    }
    Map<String, Object> conditions = Documents.map(Map.of("all", block), "all");
    List<Map<String, Object>> any = Documents.maps(conditions, "any");
    return Documents.maps(conditions, "all").stream().allMatch(one -> holds(one, operation))
        && (any.isEmpty() || any.stream().anyMatch(one -> holds(one, operation)));
  }

  private static boolean holds(Map<String, Object> condition, String operation) {
    List<String> values =
        condition.get("value") instanceof String one
            ? List.of(one)
            : Documents.texts(condition, "value");
    boolean plain =
        OPERATION.matcher(Documents.text(condition, "key")).matches()
            && !values.isEmpty()
            && Stream.of("*", "?", "{{").noneMatch(sign -> values.toString().contains(sign));
    if (!plain) {
      throw new NotUnderstood("has preconditions");
    }
    return switch (Documents.text(condition, "operator")) {
      case "Equals", "Equal", "In", "AnyIn", "AllIn" -> values.contains(operation);
      case "NotEquals", "NotEqual", "NotIn", "AnyNotIn", "AllNotIn" -> !values.contains(operation);
      default -> throw new NotUnderstood("has preconditions");
    };
  }
}
