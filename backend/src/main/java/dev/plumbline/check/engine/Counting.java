package dev.plumbline.check.engine;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Tally;

/** A tally in the making. */
final class Counting {

  private int passed;
  private int failed;
  private int notApplicable;
  private int unknown;

  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Pass pass -> passed++;
      case Outcome.Fail fail -> failed++;
      case Outcome.NotApplicable none -> notApplicable++;
      case Outcome.Unknown open -> unknown++;
    }
  }

  Tally tally() {
    return new Tally(passed, failed, notApplicable, unknown);
  }
}
