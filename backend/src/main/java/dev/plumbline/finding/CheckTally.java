package dev.plumbline.finding;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;
import dev.plumbline.check.Worth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What one check said in one scan, as kept.
 *
 * @param detail why it was not assessed, empty when assessed
 * @param unread kinds whose population was not known to the end
 * @param line its part in the score, empty when it did not count
 * @param kinds tally of each kind the check covers, under its name in {@code applies_to}
 */
public record CheckTally(
    UUID scan,
    String check,
    Severity severity,
    CheckResult.State state,
    String detail,
    Tally tally,
    List<String> unread,
    Optional<Score.Line> line,
    Map<String, Tally> kinds) {

  /** What mending one failing object of a kind gives of the check's value. */
  public Score.Fraction worth(String kind) {
    return new Worth(state, kinds, unread).of(kind);
  }
}
