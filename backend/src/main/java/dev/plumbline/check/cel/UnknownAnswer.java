package dev.plumbline.check.cel;

import dev.plumbline.check.Outcome;

/** Thrown by values that are not known when an expression reads them. */
public final class UnknownAnswer extends RuntimeException {

  private final Outcome.Unknown outcome;

  public UnknownAnswer(Outcome.Unknown outcome) {
    super(outcome.detail(), null, false, false);
    this.outcome = outcome;
  }

  public Outcome.Unknown outcome() {
    return outcome;
  }
}
