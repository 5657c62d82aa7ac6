package dev.plumbline.finding;

/** Why a score moved from one look to the next; amounts are taken in this order. */
public enum Cause {
  /** Objects that were there before fail now. */
  FOUND,
  /** Objects that failed are in order now, or the check no longer concerns them. */
  MENDED,
  /** There is more or less to judge: objects came or went. */
  OBJECTS,
  /** More or less of what is needed could be read. */
  SIGHT,
  /** Checks were added, changed or retired. */
  RULES,
  /** Clusters came or went. */
  CLUSTERS,
  /** Lies before what is kept. */
  UNTOLD
}
