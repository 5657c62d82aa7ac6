package dev.plumbline.compliance;

import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;

/**
 * What a control wants of the machine, and what came of it on one cluster: a check, or a concept
 * without one.
 *
 * @param id the check's id, or the concept's where no check is built
 * @param built whether a check judged it or would, so that its findings can be listed
 * @param detail why it was not judged or does not apply, for people; else empty
 */
public record Evidence(
    String id,
    String title,
    Severity severity,
    boolean built,
    State state,
    String detail,
    Tally tally) {

  /** Fails, and may be information only. */
  boolean informs() {
    return state == State.FAILS && severity == Severity.INFO;
  }

  Evidence noted() {
    return new Evidence(id, title, severity, built, State.NOTED, detail, tally);
  }

  /** The same check on two clusters: the graver state with its reason, objects of both. */
  Evidence and(Evidence other) {
    Evidence graver = other.state.compareTo(state) < 0 ? other : this;
    return new Evidence(
        id,
        title,
        severity,
        built || other.built,
        graver.state,
        graver.detail,
        tally.plus(other.tally));
  }

  /** What came of it, the gravest first. */
  public enum State {
    FAILS,
    /** Not read, no result, no check yet, or not collected. */
    NOT_JUDGED,
    /** Fails, but is information only beside something that weighs: shown, and fails nothing. */
    NOTED,
    PASSES,
    /** Population empty, or hidden by the distribution. */
    NOT_APPLICABLE,
    /** A person must say: part of what is asked, not of what is judged. */
    ASKED
  }
}
