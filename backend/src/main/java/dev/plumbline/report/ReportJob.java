package dev.plumbline.report;

import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobHandler;
import dev.plumbline.scan.Jobs;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one report that was ordered; after the third failure the failure itself is reported. */
@Component
class ReportJob implements JobHandler {

  static final String KIND = "report";
  private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);
  private static final int TRIES = 3;

  private final ReportRows reports;
  private final ReportMaker maker;
  private final Jobs jobs;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ReportJob(
      ReportRows reports,
      ReportMaker maker,
      Jobs jobs,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.reports = reports;
    this.maker = maker;
    this.jobs = jobs;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(15);
  }

  @Override
  public void run(Job job) {
    var order = transaction.execute(status -> reports.find(job.subject()));
    if (order == null || order.isEmpty()) {
      transaction.executeWithoutResult(status -> jobs.fail(job, "the report was deleted"));
    } else if (job.attempt() > TRIES) {
      end(job, order.get(), Report.State.FAILED, "Making it broke off " + TRIES + " times.");
    } else {
      make(job, order.get());
    }
  }

  private void make(Job job, Report order) {
    try {
      var made = maker.make(order);
      transaction.executeWithoutResult(status -> {
        jobs.close(job);
        reports.ready(order.id(), made, clock.instant());
        publish(order);
      });
    } catch (ReportMaker.NothingToReport e) {
      end(job, order, Report.State.EMPTY, String.valueOf(e.getMessage()));
    } catch (Jobs.Stale e) {
      LOG.warn("report {} was taken over by another worker", order.id());
    } catch (RuntimeException e) {
      LOG.warn("report {} failed", order.id(), e);
      failed(job, order);
    }
  }

  private void failed(Job job, Report order) {
    if (job.attempt() < TRIES) {
      var again = clock.instant().plus(Duration.ofMinutes(job.attempt()));
      transaction.executeWithoutResult(status -> jobs.retry(job, again, "it failed"));
    } else {
      end(job, order, Report.State.FAILED, "An error stopped it; the log of the server has it.");
    }
  }

  private void end(Job job, Report order, Report.State state, String problem) {
    transaction.executeWithoutResult(status -> {
      jobs.close(job);
      reports.ended(order.id(), state, problem, clock.instant());
      publish(order);
    });
  }

  private void publish(Report order) {
    reports.find(order.id()).ifPresent(report -> events.publishEvent(new ReportEnded(report)));
  }
}
