package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.cel.Language.Compiled;
import dev.plumbline.check.cel.Meter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A check, compiled for each word it applies to.
 *
 * @param broken why it cannot be compiled, so that it is unknown; empty when it can
 * @param meter what counts its steps, null for a shipped check
 */
record Rule(Check check, List<Scope> scopes, String broken, @Nullable Meter meter) {

  Rule(Check check, List<Scope> scopes) {
    this(check, scopes, "");
  }

  Rule(Check check, List<Scope> scopes, String broken) {
    this(check, scopes, broken, null);
  }

  /** The same, its steps counted. */
  Rule within(Meter counting) {
    Rule within =
        with(scope -> scope.with(it -> it.with(expression -> expression.within(counting))));
    return new Rule(check, within.scopes(), broken, counting);
  }

  /** The same with other scopes. */
  Rule with(UnaryOperator<Scope> changed) {
    return new Rule(check, scopes.stream().map(changed).toList(), broken, meter);
  }

  /** Whether it took more steps than it may, so that what it says is not the whole. */
  boolean spent() {
    return meter != null && meter.spent();
  }

  /**
   * @param word from {@code applies_to}
   * @param text what was compiled
   * @param always what a shipped check says of any offenders, where its message reads nothing
   * @param inputs what its outcomes depend on; empty where that cannot be foreseen
   */
  record Scope(
      String word,
      Text text,
      Compiled offenders,
      Compiled message,
      Optional<Outcome> always,
      Optional<Set<Input>> inputs) {

    /** The same, first its offenders and then its message as {@code changed} makes them. */
    Scope with(UnaryOperator<Compiled> changed) {
      return new Scope(
          word, text, changed.apply(offenders), changed.apply(message), always, inputs);
    }
  }

  /** Two expressions of one text and about one word judge alike. */
  record Text(String word, String offenders, String message) {}
}
