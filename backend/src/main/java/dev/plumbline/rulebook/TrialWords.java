package dev.plumbline.rulebook;

import dev.plumbline.check.Rehearsal;
import dev.plumbline.check.Trial;
import java.util.List;

/** What came of a trial, in a sentence. */
final class TrialWords {

  private static final int LONGEST = 1000;

  private TrialWords() {}

  /** What was found, or what does not hold. */
  static List<String> of(Rehearsal rehearsal) {
    return rehearsal.holds()
        ? List.of(
            "Offences found as announced: %d. Objects passed: %d."
                .formatted(rehearsal.offences(), rehearsal.passed()))
        : rehearsal.problems();
  }

  static String of(Trial trial) {
    var tally = trial.result().tally();
    String counts =
        switch (trial.result().state()) {
          case EMPTY -> "Nothing to judge was there.";
          case NOT_APPLICABLE -> "Not applicable here: " + trial.result().detail() + ".";
          case ASSESSED, UNKNOWN ->
              "%d failed, %d passed, %d unknown."
                  .formatted(tally.failed(), tally.passed(), tally.unknown());
        };
    String detail = trial.result().detail();
    String words =
        trial.result().state() == dev.plumbline.check.CheckResult.State.UNKNOWN
            ? counts + " Unknown: " + detail
            : counts;
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
