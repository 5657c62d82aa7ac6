package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.cel.Language.Compiled;
import java.util.List;

/** A check, compiled for each word it applies to. */
record Rule(Check check, List<Scope> scopes) {

  /**
   * @param word from {@code applies_to}
   */
  record Scope(String word, Compiled offenders, Compiled message) {}
}
