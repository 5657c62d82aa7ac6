package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.Expression;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A policy written in CEL, parsed once.
 *
 * @param local conditions that look at nothing but the namespace
 * @param conditions those that look at the request
 * @param variables by name, each may use the earlier ones
 * @param validations what it demands
 * @param failsClosed whether an error refuses
 * @param text all of it
 */
record CelPolicy(
    List<Expression> local,
    List<Expression> conditions,
    Map<String, Expression> variables,
    List<Expression> validations,
    boolean failsClosed,
    String text) {

  private static final Set<String> NAMES =
      Set.of("object", "oldObject", "request", "params", "namespaceObject", "variables");
  private static final Pattern NAMESPACE =
      Pattern.compile("\\b(?:object\\.metadata|request)\\.namespace\\b");
  private static final Set<String> POD = Set.of("object", "variables");
  private static final Set<String> LOCAL = Set.of("namespaceObject");

  /**
   * Parses the expressions of a policy.
   *
   * @throws NotUnderstood where one of them cannot be told here
   */
  static CelPolicy of(Map<String, Object> spec, boolean failsClosed) {
    List<String> conditions = expressions(spec, "matchConditions");
    List<Expression> local = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (String condition : conditions) {
      Expression parsed = Expression.parse(condition, NAMES);
      (isLocal(condition) ? local : others).add(parsed);
    }
    Map<String, Expression> variables = new LinkedHashMap<>();
    for (Map<String, Object> variable : Documents.maps(spec, "variables")) {
      variables.put(
          Documents.text(variable, "name"),
          Expression.parse(Documents.text(variable, "expression"), NAMES));
    }
    List<Expression> validations =
        expressions(spec, "validations").stream()
            .map(text -> Expression.parse(text, NAMES))
            .toList();
    return new CelPolicy(
        local, others, variables, validations, failsClosed, Expressions.text(spec));
  }

  /** Whether its conditions look at the pod, which whoever writes the pod can choose. */
  boolean choosesPods() {
    return conditions.stream()
        .flatMap(condition -> condition.names().stream())
        .anyMatch(POD::contains);
  }

  private static List<String> expressions(Map<String, Object> spec, String field) {
    return Documents.maps(spec, field).stream()
        .map(part -> Documents.text(part, "expression"))
        .toList();
  }

  private static boolean isLocal(String condition) {
    String without = NAMESPACE.matcher(condition).replaceAll("'x'");
    var names = new HashSet<>(Expression.parse(without, NAMES).names());
    names.removeAll(LOCAL);
    return names.isEmpty();
  }
}
