package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Verdict;
import dev.plumbline.inventory.ObjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something a check judges.
 *
 * @param passed what every check says that it passes
 * @param looks one, or one for each group of unlike pods
 * @param alone the variables of the only look where there is nothing to compare it with, else null
 * @param unknown why it cannot be judged at all
 */
record Subject(
    Verdict passed,
    List<Look> looks,
    @Nullable Map<String, Object> alone,
    Optional<Outcome.Unknown> unknown) {

  Subject(ObjectKey key, List<Look> looks, Optional<Outcome.Unknown> unknown) {
    this(new Verdict(key, Judge.PASS), looks, alone(looks), unknown);
  }

  private static @Nullable Map<String, Object> alone(List<Look> looks) {
    return looks.size() == 1 && looks.getFirst().template().isEmpty()
        ? looks.getFirst().variables()
        : null;
  }

  ObjectKey key() {
    return passed.subject();
  }

  Verdict verdict(Outcome outcome) {
    return outcome == Judge.PASS ? passed : new Verdict(key(), outcome);
  }

  /** The same, its variables as {@code changed} makes them. */
  Subject with(UnaryOperator<Map<String, Object>> changed) {
    List<Look> all =
        looks.stream()
            .map(look -> new Look(changed.apply(look.variables()), look.template().map(changed)))
            .toList();
    return new Subject(passed, all, alone(all), unknown);
  }

  /**
   * One set of variables to judge by.
   *
   * @param template the same for the controller's own template, to tell what was injected
   */
  record Look(Map<String, Object> variables, Optional<Map<String, Object>> template) {}
}
