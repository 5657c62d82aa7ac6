package dev.plumbline.web.pages.cluster;

import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.ScoreBridges;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.charts.Bridge;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.charts.Trend;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.ScoreStory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the overview of one cluster: where it stands and what was read of it. */
@Component
class Where {

  private static final int DAYS = 30;

  private final Scans scans;
  private final Findings findings;
  private final KindsRead kinds;
  private final ScoreBridges bridges;
  private final ScoreStory story;
  private final Frameworks frameworks;

  Where(
      Scans scans,
      Findings findings,
      KindsRead kinds,
      ScoreBridges bridges,
      ScoreStory story,
      Frameworks frameworks) {
    this.frameworks = frameworks;
    this.scans = scans;
    this.findings = findings;
    this.kinds = kinds;
    this.bridges = bridges;
    this.story = story;
  }

  ClusterView.Overview of(Cluster cluster, Optional<Standing> standing, AsOf asOf, Instant now) {
    Optional<Scan.Result> result = standing.flatMap(Standing::scan).flatMap(Scan::result);
    List<Scan> past =
        scans.between(now.minus(Duration.ofDays(DAYS)), now).stream()
            .filter(scan -> scan.cluster().equals(cluster.id()))
            .toList();
    Double score = result.flatMap(Scan.Result::score).map(Where::number).orElse(null);
    Optional<Scan> scan = standing.flatMap(Standing::scan);
    Optional<Scan> before = before(past, scan, now);
    String since = before.flatMap(Scan::takenAt).map(Where::words).orElse("");
    Optional<ScoreBridge> bridge =
        before.flatMap(from -> scan.flatMap(to -> bridges.ofCluster(from, to)));
    return new ClusterView.Overview(
        result.isEmpty() ? empty(cluster) : null,
        score,
        result.map(it -> it.coverage().doubleValue() * 100).orElse(null),
        result.map(it -> it.potential().doubleValue()).orElse(null),
        before.flatMap(Where::score).map(was -> moved(was, score)).orElse(null),
        since,
        bridge.map(it -> story.sentence(it, since)).orElse(List.of()),
        bridge.map(it -> chart(it, since, past, before, now)).orElse(null),
        "/score?cluster=" + cluster.alias(),
        result.isEmpty() ? null : severities(cluster, asOf),
        past.isEmpty() ? null : trend(past, now),
        facts(cluster, scan),
        scan.map(it -> kinds.of(it.id())).orElse(List.of()));
  }

  private static double number(Score.Fraction fraction) {
    return fraction.rounded(4).doubleValue();
  }

  private static Empty empty(Cluster cluster) {
    String how =
        cluster.live() ? "A score appears with the first scan." : "Upload a dump in its settings.";
    return new Empty(Empty.State.NEVER_SCANNED, null, "No scan yet", how, null, null);
  }

  /** The look that held a week ago, or the first of the time shown when that is younger. */
  private static Optional<Scan> before(List<Scan> past, Optional<Scan> scan, Instant now) {
    Instant weekAgo = now.minus(Duration.ofDays(7));
    return past.stream()
        .filter(one -> one.takenAt().map(at -> !at.isAfter(weekAgo)).orElse(false))
        .reduce((first, second) -> second)
        .or(() -> past.stream().findFirst())
        .filter(one -> scan.filter(current -> !current.id().equals(one.id())).isPresent());
  }

  private static Optional<Double> score(Scan scan) {
    return scan.result().flatMap(Scan.Result::score).map(Where::number);
  }

  private static @Nullable Double moved(double before, @Nullable Double score) {
    return score == null ? null : Format.moved(before, score);
  }

  private static String words(Instant instant) {
    return Format.shortDay(day(instant));
  }

  private Bridge chart(
      ScoreBridge bridge, String since, List<Scan> past, Optional<Scan> before, Instant now) {
    Instant from = before.flatMap(Scan::takenAt).orElse(Instant.EPOCH);
    var crowd =
        ScoreStory.Crowd.of(
            past.stream()
                .filter(scan -> scan.takenAt().map(from::isBefore).orElse(false))
                .toList());
    return story.chart(bridge, since, words(now), crowd);
  }

  private Severities severities(Cluster cluster, AsOf asOf) {
    Map<Severity, Long> counts =
        findings.bySeverity(FindingFilter.ALL.at(asOf.instant()).inClusters(Set.of(cluster.id())));
    return new Severities(
        counts.getOrDefault(Severity.CRITICAL, 0L),
        counts.getOrDefault(Severity.HIGH, 0L),
        counts.getOrDefault(Severity.MEDIUM, 0L),
        counts.getOrDefault(Severity.LOW, 0L),
        counts.getOrDefault(Severity.INFO, 0L));
  }

  private static Trend trend(List<Scan> past, Instant now) {
    var last = new TreeMap<LocalDate, Scan>();
    past.forEach(scan -> scan.takenAt().ifPresent(at -> last.put(day(at), scan)));
    var days = new ArrayList<Trend.Day>();
    for (LocalDate day = day(now).minusDays(DAYS - 1);
        !day.isAfter(day(now));
        day = day.plusDays(1)) {
      Optional<Scan.Result> result = Optional.ofNullable(last.get(day)).flatMap(Scan::result);
      days.add(
          new Trend.Day(
              day,
              result.flatMap(Scan.Result::score).map(Where::number).orElse(null),
              result.map(it -> it.potential().doubleValue()).orElse(null)));
    }
    return new Trend(days, List.of());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private List<Fact> facts(Cluster cluster, Optional<Scan> scan) {
    var facts = new ArrayList<Fact>();
    if (cluster.live()) {
      facts.add(Fact.code("Server", cluster.server()));
    }
    facts.add(
        Fact.of("Version", known(scan.map(Scan::serverVersion).orElse(cluster.serverVersion()))));
    facts.add(
        Fact.of(
            "Distribution", known(scan.map(Scan::distribution).orElse(cluster.distribution()))));
    scan.ifPresent(it -> facts.add(benchmark(cluster, it)));
    scan.ifPresent(it -> facts.addAll(sizes(it)));
    cluster
        .credential()
        .ifPresent(credential ->
            facts.add(
                Fact.of(
                    "Credential ends",
                    credential
                        .expiresAt()
                        .map(end -> Format.moment(end, ZoneOffset.UTC))
                        .orElse("not told"))));
    String base = "/clusters/" + cluster.alias();
    facts.add(new Fact("Schedule", schedule(cluster), "", base + "/settings", false));
    return facts;
  }

  private Fact benchmark(Cluster cluster, Scan scan) {
    var chosen = frameworks.benchmark(scan.distribution(), scan.serverVersion());
    return new Fact(
        "CIS benchmark",
        chosen.framework().fullName(),
        chosen.reason(),
        "/frameworks/%s?cluster=%s".formatted(chosen.framework().id(), cluster.alias()),
        false);
  }

  private static List<Fact> sizes(Scan scan) {
    return List.of(
        Fact.of("Namespaces", Format.count(scan.size().namespaces())),
        Fact.of("Workloads", Format.count(scan.size().workloads())),
        Fact.of("Objects", Format.count(scan.size().objects())));
  }

  private static String known(String value) {
    return value.isEmpty() ? "not detected" : value;
  }

  private static String schedule(Cluster cluster) {
    if (!cluster.live()) {
      return "by upload";
    }
    int minutes = cluster.intervalMinutes();
    return cluster.paused()
        ? "only by hand"
        : minutes % 60 == 0 ? "every " + minutes / 60 + " h" : "every " + minutes + " min";
  }
}
