package dev.plumbline.compliance;

import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;

/**
 * What a control wants of the machine, and what came of it on one cluster: a check, or a concept
 * without one.
 *
 * @param id the check's id, or the concept's where no check is built
 * @param built whether there is such a check
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

  /** What came of it. */
  public enum State {
    FAILS,
    PASSES,
    /** Not read, no result, no check yet, or not collected. */
    NOT_JUDGED,
    /** Population empty, or hidden by the distribution. */
    NOT_APPLICABLE,
    /** A person must say: part of what is asked, not of what is judged. */
    ASKED
  }
}
