package dev.plumbline.report;

import dev.plumbline.scan.Job;
import dev.plumbline.scan.JobHandler;
import dev.plumbline.scan.Jobs;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A schedule's hour has struck: orders the period's report and puts down the next run, at once. */
@Component
class ScheduleJob implements JobHandler {

  private final Schedules schedules;
  private final Orders orders;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  ScheduleJob(Schedules schedules, Orders orders, Jobs jobs, TransactionTemplate transaction) {
    this.schedules = schedules;
    this.orders = orders;
    this.jobs = jobs;
    this.transaction = transaction;
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
    orders.order(schedule, run);
    schedules.goOn(schedule, run);
  }
}
