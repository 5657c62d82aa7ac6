package dev.plumbline.web.pages.clusters;

import dev.plumbline.check.Score;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.charts.Sparkline;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of the list of clusters. */
@Component
class ClusterList {

  private static final int WEEKS = 12;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration SOON = Duration.ofDays(14);

  private final Scans scans;
  private final Findings findings;
  private final Clock clock;

  ClusterList(Scans scans, Findings findings, Clock clock) {
    this.scans = scans;
    this.findings = findings;
    this.clock = clock;
  }

  ClustersView view(AsOf asOf, Access access) {
    Instant now = asOf.instant().orElseGet(clock::instant);
    Fleet fleet = scans.fleet(asOf.instant());
    boolean connect = access.may(Permission.CONNECT_CLUSTER);
    Map<UUID, List<Scan>> past =
        scans.between(now.minus(WEEK.multipliedBy(WEEKS)), now).stream()
            .collect(Collectors.groupingBy(Scan::cluster));
    return new ClustersView(
        lede(fleet),
        fleet.clusters().isEmpty() ? empty(connect) : null,
        fleet.clusters().stream()
            .map(standing ->
                row(standing, past.getOrDefault(standing.cluster().id(), List.of()), asOf, now))
            .toList(),
        connect);
  }

  private static String lede(Fleet fleet) {
    return fleet.clusters().isEmpty()
        ? "No cluster yet."
        : fleet.fresh()
            + " of "
            + Format.counted(fleet.clusters().size(), "cluster", "clusters")
            + " fresh.";
  }

  private static Empty empty(boolean connect) {
    return new Empty(
        Empty.State.NEVER_SCANNED,
        null,
        "No cluster is connected",
        "Connect one with a read-only kubeconfig, or upload what kubectl wrote.",
        connect ? new Link("Connect a cluster", "/clusters/connect") : null,
        null);
  }

  private ClustersView.Row row(Standing standing, List<Scan> past, AsOf asOf, Instant now) {
    Cluster cluster = standing.cluster();
    Optional<Scan> scan = standing.scan();
    Optional<Scan.Result> result = scan.flatMap(Scan::result);
    Double score = result.flatMap(Scan.Result::score).map(ClusterList::number).orElse(null);
    String distribution = scan.map(Scan::distribution).orElse(cluster.distribution());
    String version = scan.map(Scan::serverVersion).orElse(cluster.serverVersion());
    var support = Support.of(version, distribution, now);
    Optional<Instant> end = cluster.credential().flatMap(Cluster.Credential::expiresAt);
    var filter = FindingFilter.ALL.at(asOf.instant()).inClusters(Set.of(cluster.id()));
    return new ClustersView.Row(
        cluster.name(),
        "/clusters/" + cluster.alias(),
        cluster.sample(),
        known(distribution, "not detected"),
        version,
        support.words(),
        support.over(),
        connection(cluster),
        end.map(it -> ends(it, now)).orElse(cluster.live() ? "not told" : ""),
        end.map(it -> it.isBefore(now.plus(SOON))).orElse(false),
        standing.old(now).map(old -> Format.age(old) + " ago").orElse("never"),
        standing.age() == Standing.Age.STALE || standing.age() == Standing.Age.LAPSED,
        running(cluster),
        score,
        result.map(it -> it.coverage().doubleValue() * 100).orElse(null),
        delta(score, past, now),
        scan.isEmpty() ? null : findings.count(filter),
        new Sparkline(weeks(past, now)));
  }

  private static double number(Score.Fraction fraction) {
    return fraction.rounded(4).doubleValue();
  }

  private static String known(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  private static Mark connection(Cluster cluster) {
    if (!cluster.live()) {
      return Mark.pass("Upload");
    }
    return switch (cluster.reach().state()) {
      case REACHED -> Mark.pass("Reachable");
      case FAILED -> Mark.fail(cluster.reach().reason());
      case UNTRIED -> Mark.unknown("Not tried");
    };
  }

  private static String ends(Instant end, Instant now) {
    return end.isAfter(now)
        ? "ends in " + Format.age(Duration.between(now, end))
        : "ended " + Format.age(Duration.between(end, now)) + " ago";
  }

  private @Nullable String running(Cluster cluster) {
    return scans.ofCluster(cluster.id(), 1).stream()
        .filter(scan -> !scan.state().over())
        .findFirst()
        .map(scan -> "/clusters/" + cluster.alias() + "/scans/" + scan.id())
        .orElse(null);
  }

  private static @Nullable Double delta(@Nullable Double score, List<Scan> past, Instant now) {
    Optional<Double> before = scoreAt(past, now.minus(WEEK));
    return score == null || before.isEmpty() ? null : Format.moved(before.get(), score);
  }

  private static List<@Nullable Double> weeks(List<Scan> past, Instant now) {
    var weeks = new ArrayList<@Nullable Double>();
    for (int week = WEEKS - 1; week >= 0; week--) {
      Instant from = now.minus(WEEK.multipliedBy(week + 1));
      Instant to = now.minus(WEEK.multipliedBy(week));
      weeks.add(
          scoreAt(
                  past.stream()
                      .filter(scan -> scan.takenAt().map(from::isBefore).orElse(false))
                      .toList(),
                  to)
              .orElse(null));
    }
    return weeks;
  }

  private static Optional<Double> scoreAt(List<Scan> past, Instant instant) {
    return past.stream()
        .filter(scan -> scan.takenAt().map(at -> !at.isAfter(instant)).orElse(false))
        .reduce((first, second) -> second)
        .flatMap(Scan::result)
        .flatMap(Scan.Result::score)
        .map(ClusterList::number);
  }
}
