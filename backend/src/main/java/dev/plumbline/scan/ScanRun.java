package dev.plumbline.scan;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Evaluator;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One scan from end to end: collect, evaluate, store. */
@Component
class ScanRun {

  private static final Logger LOG = LoggerFactory.getLogger(ScanRun.class);

  private final Evaluator evaluator;
  private final Memories memories;
  private final ScanStore store;
  private final ScanRows rows;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ScanRun(
      Evaluator evaluator,
      Memories memories,
      ScanStore store,
      ScanRows rows,
      TransactionTemplate transaction,
      Clock clock) {
    this.evaluator = evaluator;
    this.memories = memories;
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
    var assessment = assessment(job, collected.snapshot());
    notes.at(Scan.Phase.STORE, 0, 0, "");
    store.store(job, collected, assessment);
  }

  /** Again only for what has changed since the last look, as far as that is remembered. */
  private Assessment assessment(Job job, Snapshot snapshot) {
    if (!memories.worth(objects(snapshot))) {
      return evaluator.evaluate(snapshot);
    }
    var evaluated = evaluator.evaluate(snapshot, memories.of(job.subject()));
    memories.keep(job.subject(), evaluated.memory());
    LOG.debug(
        "scan {}: {} outcomes judged, {} taken over",
        job.id(),
        evaluated.judged(),
        evaluated.carried());
    return evaluated.assessment();
  }

  /** Where a look at a cluster comes from. */
  interface Source {
    Collected collect(ProgressNotes notes);
  }

  private static int objects(Snapshot snapshot) {
    return snapshot.counts().values().stream().mapToInt(Integer::intValue).sum();
  }
}
