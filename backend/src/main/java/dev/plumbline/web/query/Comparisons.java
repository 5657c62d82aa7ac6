package dev.plumbline.web.query;

import dev.plumbline.check.Severity;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.Difference;
import dev.plumbline.finding.FindingDifferences;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Place;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.ScoreBridges;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
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

/** Holds two instants, two clusters or two scans against each other. */
@Component
public class Comparisons {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Clusters clusters;
  private final Scans scans;
  private final ScoreBridges bridges;
  private final Findings findings;
  private final FindingDifferences differences;
  private final Frameworks frameworks;
  private final Standings standings;
  private final FleetScopes scopes;
  private final Clock clock;

  Comparisons(
      Clusters clusters,
      Scans scans,
      ScoreBridges bridges,
      Findings findings,
      FindingDifferences differences,
      Frameworks frameworks,
      Standings standings,
      FleetScopes scopes,
      Clock clock) {
    this.clusters = clusters;
    this.scans = scans;
    this.bridges = bridges;
    this.findings = findings;
    this.differences = differences;
    this.frameworks = frameworks;
    this.standings = standings;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * One side, as asked for.
   *
   * @param what a scan's id, a cluster's alias or id; empty for all clusters
   * @param at an instant; empty for now, or for the instant of the scan
   */
  public record Asked(String what, String at) {}

  /**
   * One side.
   *
   * @param cluster empty for all clusters
   */
  public record Side(
      Optional<Cluster> cluster, Instant at, Fleet fleet, Map<Severity, Long> failing) {

    public Place place() {
      return new Place(
          fleet.clusters().stream()
              .map(standing -> standing.cluster().id())
              .collect(Collectors.toSet()),
          at);
    }
  }

  /** A control that stands otherwise on the second side than on the first. */
  public record ControlChange(
      Framework framework, Control control, ControlStatus from, ControlStatus to) {}

  /**
   * Two sides and what parts them.
   *
   * @param bridge what led from the first score to the second; empty between different clusters
   * @param looks the scans between both, oldest first; none between different clusters
   * @param gained findings of the second side only
   * @param lost findings of the first side only
   * @param changed findings of both that fail in another way
   */
  public record Comparison(
      Side a,
      Side b,
      Optional<ScoreBridge> bridge,
      List<Scan> looks,
      FindingDifferences.Found gained,
      FindingDifferences.Found lost,
      FindingDifferences.Found changed,
      List<ControlChange> controls) {

    /** Whether only time parts the sides. */
    public boolean sameScope() {
      return a.cluster().map(Cluster::id).equals(b.cluster().map(Cluster::id));
    }
  }

  /**
   * Compares. A first side of which nothing is asked is the second one a week before, or at its
   * first look when that is younger.
   *
   * @param limit how many findings of each list
   */
  public Comparison of(Asked a, Asked b, int limit) {
    Side second = side(b, "b");
    Side first = first(a, second);
    boolean same = first.cluster().map(Cluster::id).equals(second.cluster().map(Cluster::id));
    return new Comparison(
        first,
        second,
        same ? bridge(first, second) : Optional.empty(),
        same ? looks(first, second) : List.of(),
        differences.onlyAt(second.place(), first.place(), limit),
        differences.onlyAt(first.place(), second.place(), limit),
        differences.otherwiseAt(second.place(), first.place(), limit),
        controls(first, second));
  }

  /**
   * A stretch of one list of findings that part the sides.
   *
   * @param after where it begins, null at the beginning
   */
  public FindingPage page(
      Asked a, Asked b, Difference difference, FindingPage.@Nullable Position after, int limit) {
    Side second = side(b, "b");
    return differences.page(difference, first(a, second).place(), second.place(), after, limit);
  }

  private Side first(Asked a, Side second) {
    return a.what().isBlank() && a.at().isBlank()
        ? side(second.cluster(), before(second))
        : side(a, "a");
  }

  private Side side(Asked asked, String field) {
    Optional<Instant> at = instant(asked, field);
    String what = asked.what().strip();
    if (what.isEmpty()) {
      return side(Optional.empty(), at.orElseGet(clock::instant));
    }
    Optional<Scan> scan = id(what).flatMap(scans::find);
    if (scan.isPresent()) {
      var taken = scan.get().takenAt().orElseThrow(() -> new NotHere("look of this scan"));
      return side(clusters.find(scan.get().cluster().toString()), at.orElse(taken));
    }
    var cluster = clusters.find(what);
    if (cluster.isEmpty()) {
      throw new NotHere("cluster or scan");
    }
    return side(cluster, at.orElseGet(clock::instant));
  }

  private static Optional<Instant> instant(Asked asked, String field) {
    try {
      return AsOf.parse(asked.at()).instant();
    } catch (Refused refused) {
      throw new Refused(field + "At", refused.why());
    }
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Side side(Optional<Cluster> cluster, Instant at) {
    var fleet =
        new Fleet(
            scans.fleet(Optional.of(at)).clusters().stream()
                .filter(one -> cluster.isEmpty() || cluster.get().id().equals(one.cluster().id()))
                .toList());
    Set<UUID> ids =
        fleet.clusters().stream().map(one -> one.cluster().id()).collect(Collectors.toSet());
    var filter = FindingFilter.ALL.at(Optional.of(at)).inClusters(ids);
    return new Side(cluster, at, fleet, ids.isEmpty() ? Map.of() : findings.bySeverity(filter));
  }

  private Instant before(Side side) {
    Instant week = side.at().minus(WEEK);
    return scans.between(Instant.EPOCH, side.at()).stream()
        .filter(scan -> of(scan, side))
        .findFirst()
        .flatMap(Scan::takenAt)
        .filter(first -> first.isAfter(week))
        .orElse(week);
  }

  private static boolean of(Scan scan, Side side) {
    return side.cluster().map(cluster -> cluster.id().equals(scan.cluster())).orElse(true);
  }

  private Optional<ScoreBridge> bridge(Side first, Side second) {
    return first.at().isAfter(second.at())
        ? bridges.ofFleet(second.fleet(), first.fleet()).map(ScoreBridge::reversed)
        : bridges.ofFleet(first.fleet(), second.fleet());
  }

  private List<Scan> looks(Side first, Side second) {
    boolean forward = first.at().isBefore(second.at());
    return scans
        .between(forward ? first.at() : second.at(), forward ? second.at() : first.at())
        .stream()
        .filter(scan -> of(scan, second))
        .toList();
  }

  /** Of frameworks both sides were judged by; a side never scanned has no standing to differ. */
  private List<ControlChange> controls(Side first, Side second) {
    if (first.fleet().scans().isEmpty() || second.fleet().scans().isEmpty()) {
      return List.of();
    }
    FleetScope then = scope(first);
    FleetScope now = scope(second);
    var changes = new ArrayList<ControlChange>();
    for (Framework framework : frameworks.all(Optional.of(second.at()))) {
      if (then.counts(frameworks, framework) && now.counts(frameworks, framework)) {
        changes.addAll(changes(framework, controls(framework, then), controls(framework, now)));
      }
    }
    return List.copyOf(changes);
  }

  private List<FleetControl> controls(Framework framework, FleetScope scope) {
    List<ClusterEvidence> judged = scope.counting(frameworks, framework).judged();
    return standings.standing(framework, judged, scope.at()).controls();
  }

  private static List<ControlChange> changes(
      Framework framework, List<FleetControl> before, List<FleetControl> after) {
    var changes = new ArrayList<ControlChange>();
    for (int i = 0; i < after.size(); i++) {
      ControlStatus from = before.get(i).status();
      ControlStatus to = after.get(i).status();
      if (from != to) {
        changes.add(new ControlChange(framework, after.get(i).control(), from, to));
      }
    }
    return changes;
  }

  private FleetScope scope(Side side) {
    return scopes.of(side.fleet(), side.at());
  }
}
