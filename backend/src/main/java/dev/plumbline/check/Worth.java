package dev.plumbline.check;

import dev.plumbline.check.Score.Fraction;
import java.util.List;
import java.util.Map;

/**
 * What one failing object holds back of its check's value.
 *
 * @param kinds tally of each kind the check covers, under its name in {@code applies_to}
 * @param unread kinds whose population is not known to the end
 */
public record Worth(CheckResult.State state, Map<String, Tally> kinds, List<String> unread) {

  public static Worth in(CheckResult result) {
    return new Worth(result.state(), result.kinds(), result.unread());
  }

  /** By name of the object's kind; zero where its failures do not count as judged. */
  public Fraction of(String kind) {
    String word = kinds.size() == 1 ? kinds.keySet().iterator().next() : kind;
    Tally tally = kinds.getOrDefault(word, Tally.NONE);
    boolean counts = state == CheckResult.State.ASSESSED && !unread.contains(word);
    return counts && tally.failed() > 0
        ? Fraction.of(1, parts() * tally.concerned())
        : Fraction.ZERO;
  }

  /** How many kinds the value is the mean of. */
  private long parts() {
    return kinds.entrySet().stream()
        .filter(one -> unread.contains(one.getKey()) || one.getValue().concerned() > 0)
        .count();
  }
}
