package dev.plumbline.web.pages.reports;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.notify.Deliveries;
import dev.plumbline.notify.Delivery;
import dev.plumbline.report.Report;
import dev.plumbline.report.Reports;
import dev.plumbline.report.Schedules;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.security.Access;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts schedules, reports and deliveries into words. */
@Component
class ReportsList {

  static final String NO_MAIL =
      "No mail server is set (plumbline.mail.host). Reports are made on schedule and can be"
          + " downloaded here.";
  private static final int SHOWN = 50;

  private final Reports reports;
  private final Schedules schedules;
  private final Deliveries deliveries;
  private final Clusters clusters;
  private final Frameworks frameworks;

  ReportsList(
      Reports reports,
      Schedules schedules,
      Deliveries deliveries,
      Clusters clusters,
      Frameworks frameworks) {
    this.reports = reports;
    this.schedules = schedules;
    this.deliveries = deliveries;
    this.clusters = clusters;
    this.frameworks = frameworks;
  }

  ReportsView view(Access access) {
    var made = reports.newest(SHOWN);
    var known = clusters.list();
    Map<UUID, String> names = known.stream().collect(Collectors.toMap(Cluster::id, Cluster::name));
    var planned = schedules.all();
    boolean manage = access.may(Permission.MANAGE_REPORT);
    return new ReportsView(
        "%s, %s."
            .formatted(
                Format.counted(planned.size(), "schedule", "schedules"),
                Format.counted(made.size(), "report", "reports")),
        deliveries.ready() ? null : NO_MAIL,
        manage && !known.isEmpty() ? make(known) : null,
        manage,
        planned.stream().map(one -> schedule(one, names, made)).toList(),
        made.stream().map(one -> report(one, names)).toList(),
        new Pager(Format.counted(made.size(), "report", "reports"), null, null),
        deliveries.newest(SHOWN).stream().map(one -> delivery(one, made)).toList());
  }

  private ReportsView.Make make(List<Cluster> known) {
    return new ReportsView.Make(
        frameworks.all().stream()
            .map(one -> new ReportsView.Option(one.id(), words(one), false))
            .toList(),
        known.stream()
            .map(one -> new ReportsView.Option(one.id().toString(), one.name(), false))
            .toList(),
        "",
        "UTC",
        Map.of());
  }

  private static String words(Framework framework) {
    return framework.name() + " " + framework.edition();
  }

  private String framework(String id) {
    return frameworks.find(id).map(ReportsList::words).orElse(id);
  }

  private static String clusters(List<UUID> chosen, Map<UUID, String> names) {
    return chosen.isEmpty()
        ? "all clusters"
        : chosen.stream()
            .map(id -> names.getOrDefault(id, "a deleted cluster"))
            .collect(Collectors.joining(", "));
  }

  private ReportsView.Schedule schedule(
      dev.plumbline.report.Schedule one, Map<UUID, String> names, List<Report> made) {
    var preview = schedules.preview(one.cron(), one.zone());
    var last = made.stream().filter(report -> one.id().equals(report.schedule())).findFirst();
    String next =
        one.active()
            ? preview.next().stream()
                .findFirst()
                .map(run -> moment(run, one.zone()))
                .orElse("never")
            : one.paused().isEmpty() ? "resting" : "paused: " + one.paused();
    return new ReportsView.Schedule(
        one.name(),
        "/schedules/" + one.id(),
        framework(one.framework()),
        clusters(one.clusters(), names),
        preview.words(),
        next,
        last.map(report -> mark(report.state())).orElse(Mark.unknown("Not run yet")),
        last.map(report -> moment(report.requestedAt(), one.zone())).orElse(""));
  }

  private ReportsView.Report report(Report one, Map<UUID, String> names) {
    return new ReportsView.Report(
        one.madeAt() == null
            ? moment(one.requestedAt(), one.zone())
            : moment(one.madeAt(), one.zone()),
        framework(one.framework()),
        clusters(one.clusters(), names),
        moment(one.at(), one.zone()),
        mark(one.state()),
        one.problem(),
        one.pdfSha256(),
        one.state() == Report.State.READY ? "/reports/" + one.id() + ".pdf" : null);
  }

  private static Mark mark(Report.State state) {
    return switch (state) {
      case QUEUED -> new Mark(Mark.Kind.RUNNING, "Being made");
      case READY -> Mark.pass("Made");
      case EMPTY -> Mark.unknown("Empty");
      case FAILED -> Mark.fail("Failed");
    };
  }

  private static ReportsView.Delivery delivery(Delivery one, List<Report> made) {
    String schedule =
        made.stream()
            .filter(report -> report.id().equals(one.report()))
            .findFirst()
            .map(Report::title)
            .orElse("");
    return new ReportsView.Delivery(
        Format.moment(when(one), ZoneOffset.UTC),
        one.recipient(),
        schedule,
        mark(one),
        one.detail());
  }

  private static Instant when(Delivery one) {
    Instant last = one.sentAt() == null ? one.lastAt() : one.sentAt();
    return last == null ? one.createdAt() : last;
  }

  private static Mark mark(Delivery one) {
    return switch (one.state()) {
      case QUEUED -> new Mark(Mark.Kind.RUNNING, "Waiting");
      case SENDING -> new Mark(Mark.Kind.RUNNING, "Being sent");
      case SENT -> Mark.pass("Accepted");
      case FAILED -> Mark.fail("Given up");
      case NOT_SET_UP -> Mark.unknown("Not sent");
      case UNSUBSCRIBED -> Mark.unknown("Unsubscribed");
    };
  }

  private static String moment(Instant instant, String zone) {
    return Format.moment(instant, ZoneId.of(zone));
  }
}
