package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.cel.Language.Compiled;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A check, compiled for each word it applies to. */
record Rule(Check check, List<Scope> scopes) {

  /**
   * @param word from {@code applies_to}
   * @param text what was compiled
   * @param inputs what its outcomes depend on; empty where that cannot be foreseen
   */
  record Scope(
      String word, Text text, Compiled offenders, Compiled message, Optional<Set<Input>> inputs) {}

  /** Two expressions of one text and about one word judge alike. */
  record Text(String word, String offenders, String message) {}
}
