package dev.plumbline.check;

import java.util.List;
import java.util.Map;

/**
 * What one check says of a whole snapshot.
 *
 * @param state whether the check counts in a score
 * @param detail why it was not assessed, for people; empty when assessed
 * @param verdicts one for each object judged
 * @param kinds tally for each kind the check covers, under its name in {@code applies_to}
 * @param unread kinds of {@code applies_to} whose population is not known to the end
 */
public record CheckResult(
    Check check,
    State state,
    String detail,
    List<Verdict> verdicts,
    Map<String, Tally> kinds,
    List<String> unread) {

  public CheckResult {
    verdicts = List.copyOf(verdicts);
    kinds = Map.copyOf(kinds);
    unread = List.copyOf(unread);
  }

  /** The tallies of all kinds together. */
  public Tally tally() {
    return kinds.values().stream().reduce(Tally.NONE, Tally::plus);
  }

  /** The end of one check. */
  public enum State {
    /** Everything it needs was read; objects were judged. */
    ASSESSED,
    /** Something it needs was not read, or an expression failed: counts as 0 in a score. */
    UNKNOWN,
    /** The population was read completely and is empty. */
    EMPTY,
    /** The detected distribution cannot show it. */
    NOT_APPLICABLE
  }
}
