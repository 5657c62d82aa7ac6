package dev.plumbline.report;

import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.scan.Jobs;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports: asking for one, the list, the bytes. */
@Component
@Transactional
public class Reports {

  private static final Duration PERIOD = Duration.ofDays(30);

  private final ReportRows rows;
  private final Frameworks frameworks;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock;

  Reports(ReportRows rows, Frameworks frameworks, Jobs jobs, Audit audit, Clock clock) {
    this.rows = rows;
    this.frameworks = frameworks;
    this.jobs = jobs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Orders a report; it is made in the background. */
  public Report order(ReportRequest request) {
    var report = queued(request);
    rows.insert(report);
    jobs.enqueue(ReportJob.KIND, report.id(), report.id().toString(), clock.instant());
    audit.record("report.ordered", report.title(), report.at().toString());
    return report;
  }

  @Transactional(readOnly = true)
  public List<Report> newest(int limit) {
    return rows.newest(limit);
  }

  /** The newest reports of those that were asked for before another. */
  @Transactional(readOnly = true)
  public List<Report> newestBefore(Instant requestedAt, UUID id, int limit) {
    return rows.newestBefore(requestedAt, id, limit);
  }

  @Transactional(readOnly = true)
  public Report get(UUID id) {
    return rows.find(id).orElseThrow(() -> new NotHere("report"));
  }

  /** The PDF of a report; throws {@link NotHere} while there is none. */
  @Transactional(readOnly = true)
  public byte[] pdf(UUID id) {
    return bytes(id, ReportRows.Part.PDF);
  }

  /** Its findings.csv. */
  @Transactional(readOnly = true)
  public byte[] findings(UUID id) {
    return bytes(id, ReportRows.Part.FINDINGS);
  }

  public void delete(UUID id) {
    var report = get(id);
    if (!rows.delete(id)) {
      throw new Refused("report", "It is still being made.");
    }
    audit.record("report.deleted", report.title(), report.at().toString());
  }

  private byte[] bytes(UUID id, ReportRows.Part part) {
    return rows.bytes(id, part).orElseThrow(() -> new NotHere("report"));
  }

  private Report queued(ReportRequest request) {
    Framework framework =
        frameworks
            .find(request.framework())
            .orElseThrow(() -> new Refused("framework", "There is no such framework."));
    var now = clock.instant();
    var at = request.at() == null ? now : request.at();
    var from = request.from() == null ? at.minus(PERIOD) : request.from();
    check(from, at, now);
    return new Report(
        Ids.next(),
        null,
        framework.name() + " " + framework.edition(),
        framework.id(),
        request.clusters(),
        from,
        at,
        zone(request.zone()),
        List.of(),
        false,
        Report.State.QUEUED,
        "",
        Actor.current().label(),
        now,
        null,
        "",
        null,
        "",
        "");
  }

  private static void check(Instant from, Instant at, Instant now) {
    if (at.isAfter(now)) {
      throw new Refused("at", "This instant has not come yet.");
    }
    if (!from.isBefore(at)) {
      throw new Refused("from", "The period begins before it ends.");
    }
  }

  private static String zone(String zone) {
    try {
      return ZoneId.of(zone.strip()).getId();
    } catch (DateTimeException e) {
      throw new Refused("zone", "There is no such time zone.");
    }
  }
}
