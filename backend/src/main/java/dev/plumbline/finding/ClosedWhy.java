package dev.plumbline.finding;

/** Why a period of a finding ended. */
public enum ClosedWhy {
  /** The object was judged and is in order. */
  FIXED,
  /** The object is no more, and its kind was read to the end. */
  GONE,
  /** The check no longer concerns the object. */
  NOT_APPLICABLE,
  /** The rule pack no longer holds the check. */
  RETIRED,
  /** It goes on failing, in another way. */
  CHANGED
}
