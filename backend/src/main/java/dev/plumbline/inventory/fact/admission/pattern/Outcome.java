package dev.plumbline.inventory.fact.admission.pattern;

/** What a pattern makes of an object. */
public enum Outcome {
  /** It is as the pattern says. */
  MET,
  /** It is not. */
  FAILED,
  /** A condition says that the pattern is not about it. */
  SKIPPED,
  /** The same, by a condition further down, for every element of some list. */
  ALL_SKIPPED;

  /** Whether a condition says that the pattern is not about the object. */
  public boolean skipped() {
    return this == SKIPPED || this == ALL_SKIPPED;
  }
}
