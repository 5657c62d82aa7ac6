package dev.plumbline.check;

/**
 * What one check says of a snapshot, before it counts.
 *
 * @param cost of its expressions over that snapshot
 */
public record Trial(CheckResult result, Cost cost) {

  /** Whether everything it was asked to judge was judged or found empty. */
  public boolean judged() {
    return result.state() != CheckResult.State.UNKNOWN;
  }

  /** Whether an expression failed on an object, or took too many steps. */
  public boolean failed() {
    return cost.steps() > cost.allowed()
        || result.verdicts().stream()
            .map(Verdict::outcome)
            .anyMatch(outcome ->
                outcome instanceof Outcome.Unknown unknown
                    && unknown.reason() == Outcome.Reason.ERROR);
  }
}
