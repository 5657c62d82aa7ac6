package dev.plumbline.report;

import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders the report of a schedule's period, once. */
@Component
class Orders {

  private final ReportRows rows;
  private final Jobs jobs;
  private final Clock clock;

  Orders(ReportRows rows, Jobs jobs, Clock clock) {
    this.rows = rows;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Orders the report that ends at an instant; its period begins where the last one ended. */
  Report order(Schedule schedule, Instant at) {
    var from = rows.lastOf(schedule.id()).or(() -> before(schedule, at)).orElse(at);
    var report =
        new Report(
            Ids.next(),
            schedule.id(),
            schedule.name(),
            schedule.framework(),
            schedule.clusters(),
            from,
            at,
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
    if (rows.insert(report)) {
      jobs.enqueue(ReportJob.KIND, report.id(), report.id().toString(), clock.instant());
    }
    return report;
  }

  private static Optional<Instant> before(Schedule schedule, Instant run) {
    return Cadence.of(schedule.cron(), schedule.zone(), run).previous(run);
  }
}
