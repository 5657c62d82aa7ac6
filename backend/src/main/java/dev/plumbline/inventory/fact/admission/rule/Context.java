package dev.plumbline.inventory.fact.admission.rule;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.jmespath.Failed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables that a rule or a loop declares. */
final class Context {

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "configMap", "reads a ConfigMap",
          "apiCall", "asks the API server or a service",
          "imageRegistry", "asks a registry",
          "globalReference", "reads what is kept for all policies");

  private final Variables variables;

  Context(Variables variables) {
    this.variables = variables;
  }

  Names declared(List<Map<String, Object>> entries, Names names) {
    Names all = names;
    for (Map<String, Object> entry : entries) {
      String name = Documents.text(entry, "name");
      all = all.withLater(name, before -> value(name, entry, before));
    }
    return all;
  }

  /** An error of a variable is never made up for by what stands around it. */
  private Object value(String name, Map<String, Object> entry, Names names) {
    ELSEWHERE.forEach((field, why) -> {
      if (entry.containsKey(field)) {
        throw new NotUnderstood(why + " for " + name);
      }
    });
    try {
      Object value = value(Documents.map(entry, "variable"), names);
      if (value != null) {
        return value instanceof Integer counted ? (Object) counted.longValue() : value;
      }
    } catch (Failed e) {
      throw new NotUnderstood("cannot tell " + name + ": " + e.why());
    }
    throw new NotUnderstood("cannot tell " + name);
  }

  private @Nullable Object value(Map<String, Object> variable, Names names) {
    Optional<String> path = path(variable, names);
    Object otherwise = variables.in(variable.get("default"), names);
    if (!variable.containsKey("value")) {
      Object found = path.isEmpty() ? null : found(path.get(), names, otherwise);
      return found == null ? otherwise : found;
    }
    Object value = variables.in(variable.get("value"), names);
    return path.isEmpty() ? value : found(path.get(), value, otherwise);
  }

  private Optional<String> path(Map<String, Object> variable, Names names) {
    Object path = variables.in(variable.get("jmesPath"), names);
    if (path != null && !(path instanceof String)) {
      throw new NotUnderstood("has an expression that is no text");
    }
    return Optional.ofNullable((String) path).filter(text -> !text.isEmpty());
  }

  private @Nullable Object found(String path, @Nullable Object within, @Nullable Object otherwise) {
    try {
      return within instanceof Names names
          ? variables.query(path, names)
          : variables.query(path, within);
    } catch (Failed e) {
      if (otherwise == null) {
        throw e;
      }
      return otherwise;
    }
  }
}
