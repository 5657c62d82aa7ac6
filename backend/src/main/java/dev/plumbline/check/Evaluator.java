package dev.plumbline.check;

import dev.plumbline.inventory.Snapshot;

/** Judges snapshots by all checks of the catalogue. */
public interface Evaluator {

  /** Says the same of the same snapshot, always; a check that fails to evaluate is unknown. */
  Assessment evaluate(Snapshot snapshot);

  /**
   * Says the same, and judges again only what may have changed.
   *
   * @param before what the last evaluation of this cluster left; {@link Memory#EMPTY} for the first
   */
  Evaluated evaluate(Snapshot snapshot, Memory before);
}
