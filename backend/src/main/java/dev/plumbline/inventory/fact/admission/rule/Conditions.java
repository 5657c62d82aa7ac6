package dev.plumbline.inventory.fact.admission.rule;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.condition.Operators;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blocks of conditions: some of {@code any} and all of {@code all} must hold. */
final class Conditions {

  private final Variables variables;
  private final Operators operators;

  Conditions(Variables variables, Operators operators) {
    this.variables = variables;
    this.operators = operators;
  }

  boolean met(@Nullable Object block, Names names) {
    return switch (block) {
      case null -> true;
      case List<?> list -> list.stream().allMatch(one -> holds(one, names));
      case Map<?, ?> map -> any(map, names) & all(map, names);
      default -> throw new NotUnderstood("has conditions in another form");
    };
  }

  private boolean any(Map<?, ?> block, Names names) {
    return !(block.get("any") instanceof List<?> list)
        || list.stream().anyMatch(one -> holds(one, names));
  }

  private boolean all(Map<?, ?> block, Names names) {
    return !(block.get("all") instanceof List<?> list)
        || list.stream().allMatch(one -> holds(one, names));
  }

  @SuppressWarnings("unchecked")
  private boolean holds(@Nullable Object one, Names names) {
    if (!(one instanceof Map<?, ?> map)) {
      throw new NotUnderstood("has conditions in another form");
    }
    Map<String, Object> condition = (Map<String, Object>) map;
    Object key = variables.in(condition.get("key"), names);
    Object value = variables.in(condition.get("value"), names);
    return operators.holds(Documents.text(condition, "operator"), key, value);
  }
}
