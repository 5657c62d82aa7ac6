package dev.plumbline.report.framework;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.FrameworkScore;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.report.Report;
import dev.plumbline.report.framework.FrameworkReportView.Change;
import dev.plumbline.report.framework.FrameworkReportView.Day;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Audit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What went on during the period, day by day and event by event. */
@Component
class Course {

  private static final int MOST_DAYS = 120;
  private static final int MOST_CHANGES = 500;
  private static final Duration OFFLINE = Duration.ofDays(30);
  private static final Set<String> GROUND =
      Set.of("cluster", "member", "invitation", "organisation", "token", "attestation", "control");

  private final Standings standings;
  private final Findings findings;
  private final Scans scans;
  private final Audit audit;

  Course(Standings standings, Findings findings, Scans scans, Audit audit) {
    this.standings = standings;
    this.findings = findings;
    this.scans = scans;
    this.audit = audit;
  }

  /** At most 120 days, evenly chosen; a day on which no cluster was fresh is a gap. */
  List<Day> days(Report order, Framework framework, List<Standing> clusters, Set<String> checks) {
    Map<Cluster, List<FrameworkScore>> kept = new HashMap<>();
    for (var one : clusters) {
      var from = order.periodStart().minus(fresh(one.cluster()));
      kept.put(
          one.cluster(), standings.history(framework.id(), one.cluster().id(), from, order.at()));
    }
    var days = new ArrayList<Day>();
    for (var end : ends(order)) {
      days.add(day(end, ZoneId.of(order.zone()), kept, checks));
    }
    return days;
  }

  private static List<Instant> ends(Report order) {
    var zone = ZoneId.of(order.zone());
    LocalDate first = order.periodStart().atZone(zone).toLocalDate();
    LocalDate last = order.at().atZone(zone).toLocalDate();
    long step = 1 + ChronoUnit.DAYS.between(first, last) / MOST_DAYS;
    var ends = new ArrayList<Instant>();
    for (var day = last; !day.isBefore(first); day = day.minusDays(step)) {
      var midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
      ends.add(midnight.isAfter(order.at()) ? order.at() : midnight.minusMillis(1));
    }
    return ends.reversed();
  }

  private Day day(
      Instant end, ZoneId zone, Map<Cluster, List<FrameworkScore>> kept, Set<String> checks) {
    var held = new ArrayList<FrameworkScore>();
    kept.forEach((cluster, scores) -> last(scores, end, fresh(cluster)).ifPresent(held::add));
    LocalDate day = end.atZone(zone).toLocalDate();
    if (held.isEmpty()) {
      return new Day(day, null, null);
    }
    return new Day(day, mean(held), open(end, held, checks));
  }

  private static Optional<FrameworkScore> last(
      List<FrameworkScore> scores, Instant end, Duration fresh) {
    return scores.stream()
        .filter(score -> !score.at().isAfter(end) && score.at().isAfter(end.minus(fresh)))
        .max(Comparator.comparing(FrameworkScore::at));
  }

  private static @Nullable BigDecimal mean(List<FrameworkScore> held) {
    var scores = held.stream().flatMap(score -> score.score().stream()).toList();
    return scores.stream()
        .reduce(Fraction::plus)
        .map(sum -> sum.times(Fraction.of(1, scores.size())).rounded(1))
        .orElse(null);
  }

  private int open(Instant end, List<FrameworkScore> held, Set<String> checks) {
    if (checks.isEmpty()) {
      return 0;
    }
    Set<UUID> clusters = held.stream().map(FrameworkScore::cluster).collect(Collectors.toSet());
    return Math.toIntExact(
        findings.count(
            FindingFilter.ALL.at(Optional.of(end)).inClusters(clusters).ofChecks(checks)));
  }

  /** How long a look holds: one and a half intervals, at least a day. */
  private static Duration fresh(Cluster cluster) {
    var interval = cluster.live() ? Duration.ofMinutes(cluster.intervalMinutes()) : OFFLINE;
    var held = interval.plus(interval.dividedBy(2));
    return held.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofDays(1) : held;
  }

  /** What changed of scope, people and rules, oldest first. */
  List<Change> changes(Report order, Set<UUID> clusters) {
    var changes = new ArrayList<Change>();
    audit.before(Long.MAX_VALUE, MOST_CHANGES).stream()
        .filter(entry -> !entry.at().isBefore(order.periodStart()))
        .filter(entry -> !entry.at().isAfter(order.at()))
        .filter(entry -> GROUND.contains(entry.action().replaceAll("\\..*", "")))
        .map(entry ->
            new Change(entry.at(), entry.actor(), (entry.action() + ": " + entry.target()).strip()))
        .forEach(changes::add);
    changes.addAll(rulePacks(order, clusters));
    changes.sort(Comparator.comparing(Change::at));
    return List.copyOf(changes);
  }

  private List<Change> rulePacks(Report order, Set<UUID> clusters) {
    var changes = new ArrayList<Change>();
    String before = "";
    for (Scan scan : scans.between(order.periodStart(), order.at())) {
      if (clusters.contains(scan.cluster()) && !scan.rulePack().equals(before)) {
        String what = "Rule pack " + scan.rulePack();
        changes.add(
            new Change(
                scan.takenAt().orElse(scan.requestedAt()),
                "Plumbline",
                before.isEmpty() ? what + " in force" : what + " replaced " + before));
        before = scan.rulePack();
      }
    }
    return changes;
  }
}
