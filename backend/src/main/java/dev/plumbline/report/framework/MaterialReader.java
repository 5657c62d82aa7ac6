package dev.plumbline.report.framework;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.compliance.Attestations;
import dev.plumbline.compliance.CheckStanding;
import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.ControlStanding;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Tallies;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportMaker.NothingToReport;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Organisations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a report is made from, all of it in one picture of the database. */
@Component
class MaterialReader {

  private static final int PAGE = 500;
  private static final String GONE = "The framework was not in force at that instant.";
  private static final String PAUSED =
      "The framework was retired, so the schedule is paused until somebody publishes it again or"
          + " chooses another, and saves the schedule.";

  private final Organisations organisations;
  private final Frameworks frameworks;
  private final Scans scans;
  private final Tallies tallies;
  private final Standings standings;
  private final Findings findings;
  private final Attestations attestations;
  private final Course course;
  private final Crossing crossing;
  private final WaiverBook book;

  MaterialReader(
      Organisations organisations,
      Frameworks frameworks,
      Scans scans,
      Tallies tallies,
      Standings standings,
      Findings findings,
      Attestations attestations,
      Course course,
      Crossing crossing,
      WaiverBook book) {
    this.organisations = organisations;
    this.frameworks = frameworks;
    this.scans = scans;
    this.tallies = tallies;
    this.standings = standings;
    this.findings = findings;
    this.attestations = attestations;
    this.course = course;
    this.crossing = crossing;
    this.book = book;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Material read(Report order) {
    Framework framework =
        frameworks
            .find(order.framework(), Optional.of(order.at()))
            .orElseThrow(() -> new NothingToReport(order.schedule() == null ? GONE : PAUSED));
    var clusters = counting(framework, chosen(order, order.at()));
    Set<UUID> ids = clusters.stream().map(one -> one.cluster().id()).collect(Collectors.toSet());
    var holding = tallies(clusters);
    var closing = standing(framework, clusters, holding, order.at());
    if (closing == null) {
      throw new NothingToReport("None of its clusters had been read at that instant.");
    }
    var before =
        chosen(order, order.periodStart()).stream()
            .filter(one -> ids.contains(one.cluster().id()))
            .toList();
    var opening = standing(framework, before, tallies(before), order.periodStart());
    Set<String> checks = checks(closing);
    var zone = ZoneId.of(order.zone());
    var found = checks.isEmpty() ? List.<Finding>of() : all(checks, ids, order.at());
    var accepted = new Accepted(inForce(ids, order.at()), found);
    return new Material(
        order,
        organisations.current().name(),
        framework,
        zone,
        clusters,
        closing,
        opening,
        opening == null ? null : crossing.bridge(before, opening, clusters, closing),
        holding,
        found,
        accepted,
        accepted.count() == 0 ? null : second(closing, holding, order.at()),
        opening == null ? 0 : excepted(opening, ids, order.periodStart()),
        counted(order, ids),
        course.days(order, framework, clusters, checks),
        attestations.at(order.at()).entries().stream()
            .filter(entry -> entry.framework().equals(framework.id()))
            .filter(entry -> entry.cluster() == null || ids.contains(entry.cluster()))
            .toList(),
        course.changes(order, ids));
  }

  private List<Waiver> inForce(Set<UUID> clusters, Instant at) {
    return book.all(WaiverFilter.at(at).in(Waiver.State.APPROVED).inClusters(clusters));
  }

  private @Nullable Fraction second(
      FleetStanding closing, Map<UUID, List<CheckTally>> holding, Instant at) {
    return closing.score(book.forgiven(holding, at)).orElse(null);
  }

  /** How many failing controls stood under exceptions; findings are read only if any was. */
  private int excepted(FleetStanding standing, Set<UUID> clusters, Instant at) {
    var inForce = inForce(clusters, at);
    Set<String> checks = inForce.isEmpty() ? Set.of() : checks(standing);
    return checks.isEmpty()
        ? 0
        : new Accepted(inForce, all(checks, clusters, at)).controls(standing);
  }

  private List<Standing> chosen(Report order, Instant at) {
    var now =
        scans.fleet(Optional.empty()).clusters().stream()
            .map(Standing::cluster)
            .filter(one -> order.clusters().isEmpty() || order.clusters().contains(one.id()))
            .toList();
    Map<UUID, Standing> then =
        scans.fleet(Optional.of(at)).clusters().stream()
            .collect(Collectors.toMap(one -> one.cluster().id(), one -> one));
    return now.stream()
        .map(one ->
            then.getOrDefault(one.id(), new Standing(one, Optional.empty(), Standing.Age.NEVER)))
        .sorted(Comparator.comparing(one -> one.cluster().name()))
        .toList();
  }

  /** Without the scanned clusters for which another edition counts, unless it counts for none. */
  private List<Standing> counting(Framework framework, List<Standing> clusters) {
    Set<UUID> counting =
        evidence(clusters, Map.of()).stream()
            .filter(one -> frameworks.counts(framework, one))
            .map(ClusterEvidence::cluster)
            .collect(Collectors.toSet());
    return counting.isEmpty()
        ? clusters
        : clusters.stream()
            .filter(one -> one.scan().isEmpty() || counting.contains(one.cluster().id()))
            .toList();
  }

  private Map<UUID, List<CheckTally>> tallies(List<Standing> clusters) {
    Map<UUID, UUID> clusterOf =
        clusters.stream()
            .flatMap(one -> one.scan().stream())
            .collect(Collectors.toMap(Scan::id, Scan::cluster));
    return tallies.ofScans(clusterOf.keySet()).stream()
        .collect(
            Collectors.groupingBy(tally -> clusterOf.getOrDefault(tally.scan(), tally.scan())));
  }

  private @Nullable FleetStanding standing(
      Framework framework,
      List<Standing> clusters,
      Map<UUID, List<CheckTally>> tallies,
      Instant at) {
    var evidence = evidence(clusters, tallies);
    return evidence.isEmpty() ? null : standings.standing(framework, evidence, at);
  }

  private static List<ClusterEvidence> evidence(
      List<Standing> clusters, Map<UUID, List<CheckTally>> tallies) {
    return clusters.stream()
        .flatMap(one ->
            one
                .scan()
                .map(scan -> evidence(scan, tallies.getOrDefault(scan.cluster(), List.of())))
                .map(evidence -> one.lapsed() ? evidence.lapsed(Standing.LAPSED) : evidence)
                .stream())
        .toList();
  }

  private static ClusterEvidence evidence(Scan scan, List<CheckTally> tallies) {
    return ClusterEvidence.of(
        scan.cluster(),
        scan.distribution(),
        scan.serverVersion(),
        tallies.stream().map(MaterialReader::standing).toList());
  }

  private static CheckStanding standing(CheckTally tally) {
    return new CheckStanding(
        tally.check(), tally.state(), tally.tally(), tally.detail(), tally.line().orElse(null));
  }

  private static Set<String> checks(FleetStanding standing) {
    return standing.controls().stream()
        .flatMap(control -> control.clusters().stream())
        .filter(one -> one.kind().machineCheckable())
        .map(ControlStanding::evidence)
        .flatMap(List::stream)
        .filter(Evidence::built)
        .map(Evidence::id)
        .collect(Collectors.toSet());
  }

  private List<Finding> all(Set<String> checks, Set<UUID> clusters, Instant at) {
    var filter = FindingFilter.ALL.at(Optional.of(at)).inClusters(clusters).ofChecks(checks);
    var all = new ArrayList<Finding>();
    Optional<FindingPage.Position> position = Optional.empty();
    do {
      var page = findings.page(filter, position.orElse(null), PAGE);
      all.addAll(page.findings());
      position = page.next();
    } while (position.isPresent());
    return all;
  }

  private Map<UUID, Long> counted(Report order, Set<UUID> clusters) {
    return scans.between(order.periodStart(), order.at()).stream()
        .filter(scan -> clusters.contains(scan.cluster()))
        .collect(Collectors.groupingBy(Scan::cluster, Collectors.counting()));
  }
}
