package dev.plumbline.compliance;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What one scan says of one check: as evaluated, or as kept.
 *
 * @param check the check's id
 * @param tally objects of all kinds together
 * @param detail why it was not assessed, empty when assessed
 * @param line its part in the score, null when it does not count
 */
public record CheckStanding(
    String check, CheckResult.State state, Tally tally, String detail, Score.@Nullable Line line) {

  /** A failure counts even where not everything was read; a pass only where it was. */
  Evidence.State evidence() {
    if (tally.failed() > 0) {
      return Evidence.State.FAILS;
    }
    return switch (state) {
      case UNKNOWN -> Evidence.State.NOT_JUDGED;
      case EMPTY, NOT_APPLICABLE -> Evidence.State.NOT_APPLICABLE;
      case ASSESSED -> assessed();
    };
  }

  CheckStanding lapsed(String why) {
    boolean judged = state == CheckResult.State.ASSESSED || state == CheckResult.State.UNKNOWN;
    return judged ? new CheckStanding(check, CheckResult.State.UNKNOWN, tally, why, null) : this;
  }

  private Evidence.State assessed() {
    if (tally.unknown() > 0) {
      return Evidence.State.NOT_JUDGED;
    }
    return tally.passed() > 0 ? Evidence.State.PASSES : Evidence.State.NOT_APPLICABLE;
  }
}
