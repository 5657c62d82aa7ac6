package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.rule.Names;
import dev.plumbline.inventory.fact.admission.rule.Validation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Preconditions of a rule of Kyverno.
 *
 * @param choosesPods whether they look at more than the operation and the namespace of a request
 */
record KyvernoPreconditions(boolean choosesPods) {

  private static final int STEPS = 10_000;
  private static final Pattern PLAIN =
      Pattern.compile(
          "request\\.(?:operation|namespace|object\\.metadata\\.namespace)\\b|'[^']{0,100}'");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]{0,4000})}}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_@]");
  private static final List<String> OPERATIONS = List.of("CREATE", "UPDATE");

  static KyvernoPreconditions of(Map<String, Object> rule) {
    String text = String.valueOf(rule.get("preconditions"));
    boolean nested = VARIABLE.matcher(text).replaceAll("").contains("{{");
    return new KyvernoPreconditions(nested || NAME.matcher(others(text)).find());
  }

  /** What its variables name beside those. */
  private static String others(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(found -> PLAIN.matcher(found.group(1)).replaceAll(""))
        .collect(Collectors.joining());
  }

  /**
   * The operations that a rule looks at.
   *
   * @throws NotUnderstood where its preconditions ask for more
   */
  static Set<String> operations(Map<String, Object> rule) {
    if (of(rule).choosesPods()) {
      throw new NotUnderstood("has preconditions");
    }
    var validation = new Validation(rule, true, true, new Meter(STEPS));
    return OPERATIONS.stream()
        .filter(operation -> validation.asks(Names.of("request", Map.of("operation", operation))))
        .collect(Collectors.toSet());
  }
}
