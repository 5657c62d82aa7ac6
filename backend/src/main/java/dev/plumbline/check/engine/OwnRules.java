package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.cel.InvalidExpression;
import dev.plumbline.check.engine.Rule.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks that organisations wrote, compiled; the last used are kept. */
final class OwnRules {

  private static final int KEPT = 1000;

  private final Compiler compiler;
  private final Map<Check, Rule> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Takes a compiler whose expressions are metered. */
  OwnRules(Compiler compiler) {
    this.compiler = compiler;
  }

  /** What compiled when it was saved may no longer compile in a later version. */
  Rule rule(Check check) {
    Rule known = known(check);
    return known == null ? keep(check, compiledOrBroken(check)) : known;
  }

  /**
   * @throws InvalidExpression naming key, line and column
   */
  Rule compiled(Check check) {
    Rule rule = compiler.compile(check);
    return new Rule(check, rule.scopes().stream().map(OwnRules::bounded).toList());
  }

  private Rule compiledOrBroken(Check check) {
    try {
      return compiled(check);
    } catch (InvalidExpression e) {
      return new Rule(check, List.of(), "does not compile with this version: " + e.getMessage());
    }
  }

  /** Judged anew at each look: what ended for its cost depends on all that ran before. */
  private static Scope bounded(Scope scope) {
    return new Scope(
        scope.word(),
        scope.text(),
        scope.offenders().with(Bounded::new),
        scope.message().with(Bounded::new),
        Optional.empty(),
        Optional.empty());
  }

  private synchronized @Nullable Rule known(Check check) {
    return kept.get(check);
  }

  private synchronized Rule keep(Check check, Rule rule) {
    kept.put(check, rule);
    if (kept.size() > KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
    return rule;
  }
}
