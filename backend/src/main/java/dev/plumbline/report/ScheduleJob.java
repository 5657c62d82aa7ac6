package dev.plumbline.report;

import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobHandler;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A schedule's hour has struck: orders the period's report and puts down the next run, at once. */
@Component
class ScheduleJob implements JobHandler {

  private final Schedules schedules;
  private final ReportRows reports;
  private final Jobs jobs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  ScheduleJob(
      Schedules schedules,
      ReportRows reports,
      Jobs jobs,
      TransactionTemplate transaction,
      Clock clock) {
    this.schedules = schedules;
    this.reports = reports;
    this.jobs = jobs;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Schedules.KIND;
  }

  @Override
  public Duration lease() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Job job) {
    transaction.executeWithoutResult(status -> {
      String slot = jobs.slot(job);
      jobs.close(job);
      var run = Instant.parse(slot.substring(slot.indexOf('/') + 1));
      schedules
          .find(job.subject())
          .filter(Schedule::active)
          .ifPresent(schedule -> order(schedule, run));
    });
  }

  private void order(Schedule schedule, Instant run) {
    var report = report(schedule, run);
    if (reports.insert(report)) {
      jobs.enqueue(ReportJob.KIND, report.id(), report.id().toString(), clock.instant());
    }
    schedules.queueAfter(schedule, run);
  }

  private Report report(Schedule schedule, Instant run) {
    var from = reports.lastOf(schedule.id()).or(() -> before(schedule, run)).orElse(run);
    return new Report(
        Ids.next(),
        schedule.id(),
        schedule.name(),
        schedule.framework(),
        schedule.clusters(),
        from,
        run,
        schedule.zone(),
        schedule.recipients(),
        schedule.attach(),
        Report.State.QUEUED,
        "",
        schedule.createdBy(),
        clock.instant(),
        null,
        "",
        null,
        "",
        "");
  }

  private static Optional<Instant> before(Schedule schedule, Instant run) {
    return Cadence.of(schedule.cron(), schedule.zone(), run).previous(run);
  }
}
