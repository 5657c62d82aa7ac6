package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the fewest and rarest fields without which an expression yields nothing. */
final class Silences {

  /** Fields that most workloads have: the last that are worth asking for. */
  private static final List<String> COMMON =
      List.of(
          "spec",
          "metadata",
          "labels",
          "name",
          "image",
          "securityContext",
          "resources",
          "limits",
          "requests",
          "env",
          "ports",
          "containerPort",
          "volumes",
          "volumeMounts",
          "command",
          "args",
          "annotations",
          "capabilities",
          "drop",
          "serviceAccountName",
          "livenessProbe",
          "readinessProbe",
          "httpGet",
          "path",
          "port",
          "value",
          "type");

  private final CelAbstractSyntaxTree ast;
  private final Terms terms;
  private final Functions functions;

  private Silences(CelAbstractSyntaxTree ast, Terms terms, Functions functions) {
    this.ast = ast;
    this.terms = terms;
    this.functions = functions;
  }

  /** Empty when the expression may yield something whatever is absent. */
  static Optional<Silence> of(CelAbstractSyntaxTree ast, Terms terms, Functions functions) {
    return new Silences(ast, terms, functions).find();
  }

  private Optional<Silence> find() {
    var everything = new Demands(terms, field -> false);
    silent(everything);
    Set<String> all = new LinkedHashSet<>(everything.asked());
    if (!silent(all)) {
      return Optional.empty();
    }
    var order = new LinkedHashSet<>(COMMON);
    order.addAll(all);
    for (String field : order) {
      if (all.remove(field) && !silent(all)) {
        all.add(field);
      }
    }
    var demands = new Demands(terms, all::contains);
    silent(demands);
    return all.isEmpty() ? Optional.empty() : Optional.of(demands.silence(all));
  }

  private boolean silent(Set<String> absent) {
    return silent(new Demands(terms, absent::contains));
  }

  /** Whether the expression yields nothing, noting what it asks for. */
  private boolean silent(Demands demands) {
    return new Guesses(ast, terms, functions, demands).yieldsNothing();
  }
}
