package dev.plumbline.scan;

import dev.plumbline.check.Evaluator;
import dev.plumbline.inventory.collect.Collected;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One scan from end to end: collect, evaluate, store. */
@Component
class ScanRun {

  private final Evaluator evaluator;
  private final ScanStore store;
  private final ScanRows rows;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ScanRun(
      Evaluator evaluator,
      ScanStore store,
      ScanRows rows,
      TransactionTemplate transaction,
      Clock clock) {
    this.evaluator = evaluator;
    this.store = store;
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
  }

  void run(Job job, Heartbeat heartbeat, Source source) {
    transaction.executeWithoutResult(status -> rows.start(job.id(), clock.instant()));
    var notes = new ProgressNotes(job.id(), heartbeat, rows, transaction, clock);
    var collected = source.collect(notes);
    notes.at(Scan.Phase.EVALUATE, 0, 0, "");
    var assessment = evaluator.evaluate(collected.snapshot());
    notes.at(Scan.Phase.STORE, 0, 0, "");
    store.store(job, collected, assessment);
  }

  /** Where a look at a cluster comes from. */
  interface Source {
    Collected collect(ProgressNotes notes);
  }
}
