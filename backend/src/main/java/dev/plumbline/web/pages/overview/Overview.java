package dev.plumbline.web.pages.overview;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Points;
import dev.plumbline.web.pages.Words;
import dev.plumbline.web.query.ExceptedScore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of the overview. */
@Component
class Overview {

  private final Scans scans;
  private final Findings findings;
  private final Points points;
  private final Movement movement;
  private final Fixes fixes;
  private final Strip strip;
  private final Endings endings;
  private final ExceptedScore second;
  private final WaiverBook book;
  private final Clock clock;

  Overview(
      Scans scans,
      Findings findings,
      Points points,
      Movement movement,
      Fixes fixes,
      Strip strip,
      Endings endings,
      ExceptedScore second,
      WaiverBook book,
      Clock clock) {
    this.scans = scans;
    this.findings = findings;
    this.points = points;
    this.movement = movement;
    this.fixes = fixes;
    this.strip = strip;
    this.endings = endings;
    this.second = second;
    this.book = book;
    this.clock = clock;
  }

  OverviewView view(AsOf asOf) {
    Instant now = asOf.instant().orElseGet(clock::instant);
    Fleet fleet = scans.fleet(asOf.instant());
    boolean scanned = !fleet.scans().isEmpty();
    var stakes = points.of(fleet);
    var filter = FindingFilter.ALL.at(asOf.instant());
    var before = movement.before(fleet, now);
    return new OverviewView(
        lede(fleet, now),
        fleet.clusters().isEmpty() && asOf.instant().isEmpty(),
        List.of(),
        scanned ? null : empty(fleet),
        scanned ? standing(fleet, before, excepted(fleet, stakes, now)) : null,
        scanned ? movement.trend(fleet, now) : null,
        before.map(since -> movement.changes(fleet, since, now)).orElse(null),
        scanned ? fixes.of(stakes, filter) : List.of(),
        scanned ? strip.of(fleet, now) : List.of(),
        scanned ? Severities.of(findings.bySeverity(filter)) : null,
        note(
            stakes,
            findings.count(filter.ofStatus(FindingFilter.Status.EXCEPTED)),
            findings.bySeverity(filter).getOrDefault(Severity.INFO, 0L)),
        endings.of(fleet, now));
  }

  private static String lede(Fleet fleet, Instant now) {
    int namespaces = fleet.scans().stream().mapToInt(scan -> scan.size().namespaces()).sum();
    int workloads = fleet.scans().stream().mapToInt(scan -> scan.size().workloads()).sum();
    return "%s, %s, %s. %s."
        .formatted(
            Format.counted(fleet.clusters().size(), "cluster", "clusters"),
            Format.counted(namespaces, "namespace", "namespaces"),
            Format.counted(workloads, "workload", "workloads"),
            Format.moment(now, ZoneOffset.UTC));
  }

  private static @Nullable Empty empty(Fleet fleet) {
    return fleet.clusters().isEmpty()
        ? null
        : new Empty(
            Empty.State.NEVER_SCANNED,
            null,
            "No scan yet",
            "A score appears with the first scan.",
            new Link("Clusters", "/clusters"),
            null);
  }

  private OverviewView.@Nullable Excepted excepted(Fleet fleet, Points.Stakes stakes, Instant now) {
    return second
        .of(fleet, stakes.tallies(), now)
        .map(score ->
            new OverviewView.Excepted(
                score.rounded(4).doubleValue(),
                book.count(WaiverFilter.at(now).in(Waiver.State.APPROVED))))
        .orElse(null);
  }

  private OverviewView.@Nullable Standing standing(
      Fleet fleet, Optional<Movement.Before> before, OverviewView.@Nullable Excepted excepted) {
    Optional<Score.Fraction> score = fleet.score();
    if (score.isEmpty()) {
      return null;
    }
    return new OverviewView.Standing(
        score.get().rounded(4).doubleValue(),
        fleet.coverage().doubleValue() * 100,
        fleet.potential().doubleValue(),
        excepted,
        before.flatMap(Movement.Before::score).orElse(null),
        before.map(Movement.Before::words).orElse(null),
        cause(fleet, before),
        "/score");
  }

  private List<Words> cause(Fleet fleet, Optional<Movement.Before> before) {
    return before.flatMap(movement::cause).orElseGet(() -> firstLook(fleet));
  }

  private static List<Words> firstLook(Fleet fleet) {
    int opened = fleet.scans().stream().mapToInt(scan -> scan.change().opened()).sum();
    return List.of(
        new Words("The first look found ", false),
        new Words(Format.counted(opened, "finding", "findings"), true),
        new Words(".", false));
  }

  private static String note(Points.Stakes stakes, long excepted, long info) {
    long blind =
        stakes.tallies().values().stream()
            .flatMap(List::stream)
            .filter(tally -> tally.state() == CheckResult.State.UNKNOWN)
            .count();
    String accepted =
        excepted == 0 ? "" : Format.count(excepted) + " of them stand under an exception. ";
    String told = info == 0 ? "" : "Plus " + Format.count(info) + " for information only. ";
    return accepted
        + told
        + (blind == 0
            ? "Every check could be judged."
            : Format.counted(blind, "check", "checks") + " could not be judged.");
  }

  /** The score of one scan, where it has one. */
  static Optional<Double> score(Scan scan) {
    return scan.result().flatMap(Scan.Result::score).map(score -> score.rounded(4).doubleValue());
  }
}
