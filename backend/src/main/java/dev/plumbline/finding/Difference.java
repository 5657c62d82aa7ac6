package dev.plumbline.finding;

/** How a finding of two places held against each other differs. */
public enum Difference {
  /** It is at the second place only. */
  GAINED,
  /** It is at the first place only. */
  LOST,
  /** It is at both, at the second in another way. */
  CHANGED
}
