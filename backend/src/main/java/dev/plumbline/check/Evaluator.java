package dev.plumbline.check;

import dev.plumbline.inventory.Snapshot;

/** Judges snapshots by all checks of the catalogue. */
public interface Evaluator {

  /** Says the same of the same snapshot, always; a check that fails to evaluate is unknown. */
  Assessment evaluate(Snapshot snapshot);
}
