package dev.plumbline.scan;

import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What all kinds of scan jobs share: the heartbeat, and an end whatever happens. */
@Component
class ScanJobs {

  private static final Logger LOG = LoggerFactory.getLogger(ScanJobs.class);
  private static final int ATTEMPTS = 3;

  private final ScanRun run;
  private final ScanRows rows;
  private final Jobs jobs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ScanJobs(ScanRun run, ScanRows rows, Jobs jobs, TransactionTemplate transaction, Clock clock) {
    this.run = run;
    this.rows = rows;
    this.jobs = jobs;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The job's id is the scan's. */
  void run(Job job, ScanRun.Source source) {
    if (job.attempt() > ATTEMPTS) {
      fail(job, "It was begun " + ATTEMPTS + " times and never came to an end.");
      return;
    }
    try (var heartbeat = new Heartbeat(jobs, job, transaction)) {
      run.run(job, heartbeat, source);
    } catch (ScanFailed failed) {
      fail(job, failed.why());
    } catch (Refused refused) {
      fail(job, refused.why());
    } catch (Jobs.Stale stale) {
      LOG.info("scan {} was cancelled or taken over", job.id());
    } catch (RuntimeException e) {
      LOG.error("scan {} failed", job.id(), e);
      fail(job, "Something broke on our side; the log has it under " + job.id() + ".");
    }
  }

  private void fail(Job job, String why) {
    UUID scan = job.id();
    try {
      transaction.executeWithoutResult(status -> {
        jobs.fail(job, why);
        rows.end(scan, Scan.State.FAILED, why, clock.instant());
      });
    } catch (Jobs.Stale stale) {
      LOG.info("scan {} was cancelled or taken over", scan);
    }
  }
}
