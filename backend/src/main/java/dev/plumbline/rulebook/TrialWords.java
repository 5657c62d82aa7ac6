package dev.plumbline.rulebook;

import dev.plumbline.check.Trial;

/** What came of a trial, in a sentence. */
final class TrialWords {

  private static final int LONGEST = 1000;

  private TrialWords() {}

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
