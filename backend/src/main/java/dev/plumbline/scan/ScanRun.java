package dev.plumbline.scan;

import dev.plumbline.inventory.collect.Collected;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One scan from end to end: collect, evaluate, store. */
@Component
class ScanRun {

  private final Judging judging;
  private final ScanStore store;
  private final ScanRows rows;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ScanRun(
      Judging judging,
      ScanStore store,
      ScanRows rows,
      TransactionTemplate transaction,
      Clock clock) {
    this.judging = judging;
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
    var assessment = judging.judge(job.subject(), collected.snapshot());
    notes.at(Scan.Phase.STORE, 0, 0, "");
    store.store(job, collected, assessment);
  }

  /** Where a look at a cluster comes from. */
  interface Source {
    Collected collect(ProgressNotes notes);
  }
}
