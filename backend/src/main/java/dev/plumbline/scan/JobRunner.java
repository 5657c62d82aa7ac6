package dev.plumbline.scan;

import dev.plumbline.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims jobs one by one and hands each to the bean that does its kind; asks for these beans late,
 * since some of them order jobs themselves.
 */
@Component
public class JobRunner {

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final Jobs jobs;
  private final ObjectProvider<JobHandler> handlers;
  private final TransactionTemplate transaction;

  JobRunner(Jobs jobs, ObjectProvider<JobHandler> handlers, TransactionTemplate transaction) {
    this.jobs = jobs;
    this.handlers = handlers;
    this.transaction = transaction;
  }

  /** The kinds of job that somebody here does. */
  public List<String> kinds() {
    return handlers.stream().map(JobHandler::kind).sorted().toList();
  }

  /** Does every job of a kind whose time has come. Returns how many. */
  public int drain(String kind) {
    var handler = handler(kind);
    int done = 0;
    while (next(handler).isPresent()) {
      done++;
    }
    return done;
  }

  private JobHandler handler(String kind) {
    return handlers.stream()
        .filter(handler -> handler.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody does jobs of the kind " + kind));
  }

  private Optional<Job> next(JobHandler handler) {
    var claimed = jobs.claim(List.of(handler.kind()), handler.lease());
    claimed.ifPresent(this::run);
    return claimed;
  }

  /** Does a job that this process has claimed. */
  void run(Job job) {
    JobHandler handler = handler(job.kind());
    Tenant.run(
        job.tenant(),
        () -> {
          try {
            handler.run(job);
          } catch (RuntimeException e) {
            LOG.warn("job {} of kind {} broke off", job.id(), job.kind(), e);
            note(job, e);
          }
        });
  }

  private void note(Job job, RuntimeException failure) {
    try {
      transaction.executeWithoutResult(status -> jobs.note(job, String.valueOf(failure)));
    } catch (Jobs.Stale stale) {
      LOG.warn("job {} of kind {} was taken over", job.id(), job.kind());
    }
  }
}
