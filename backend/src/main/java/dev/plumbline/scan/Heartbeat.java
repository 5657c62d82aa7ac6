package dev.plumbline.scan;

import dev.plumbline.tenant.Tenant;
import java.time.Duration;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews a job's lease from a thread of its own, and knows when the job is no longer ours. */
final class Heartbeat implements AutoCloseable {

  static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration BEAT = LEASE.dividedBy(12);

  private final Jobs jobs;
  private final Job job;
  private final TransactionTemplate transaction;
  private final Thread thread;
  private volatile boolean lost;

  Heartbeat(Jobs jobs, Job job, TransactionTemplate transaction) {
    this.jobs = jobs;
    this.job = job;
    this.transaction = transaction;
    this.thread = Thread.ofVirtual().name("heartbeat-" + job.id()).start(this::beat);
  }

  private void beat() {
    try {
      while (!lost) {
        Thread.sleep(BEAT);
        Tenant.run(
            job.tenant(), () -> transaction.executeWithoutResult(status -> jobs.renew(job, LEASE)));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (Jobs.Stale cancelledOrTaken) {
      lost = true;
    }
  }

  boolean lost() {
    return lost;
  }

  /** Throws {@link Jobs.Stale} when the scan was cancelled or taken over. */
  void check() {
    if (lost) {
      throw new Jobs.Stale();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
