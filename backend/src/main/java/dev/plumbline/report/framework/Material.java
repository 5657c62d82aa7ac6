package dev.plumbline.report.framework;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.Attestation;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.report.Report;
import dev.plumbline.report.framework.FrameworkReportView.Change;
import dev.plumbline.report.framework.FrameworkReportView.Day;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that was stored and that one report is made from, read at its instant.
 *
 * @param clusters the chosen ones, by name, those never read included
 * @param closing where the framework stood at the instant, over the clusters that had been read
 * @param opening the same at the start of the period, null when none had been read then
 * @param bridge what led from the opening score to the closing one, null where one misses
 * @param tallies what each check said in the scans that hold, by cluster
 * @param findings every finding behind the framework's controls, gravest first
 * @param accepted the exceptions in force then that cover some of them
 * @param excepted the second figure: the score if what exceptions cover counted as passed, null
 *     without one
 * @param exceptedBefore how many failing controls stood under exceptions when the period began
 * @param scans how many scans of a cluster the period has seen
 */
record Material(
    Report order,
    String organisation,
    Framework framework,
    ZoneId zone,
    List<Standing> clusters,
    FleetStanding closing,
    @Nullable FleetStanding opening,
    @Nullable ScoreBridge bridge,
    Map<UUID, List<CheckTally>> tallies,
    List<Finding> findings,
    Accepted accepted,
    @Nullable Fraction excepted,
    int exceptedBefore,
    Map<UUID, Long> scans,
    List<Day> trend,
    List<Attestation> attestations,
    List<Change> changes) {

  Instant at() {
    return order.at();
  }

  String name(UUID cluster) {
    return clusters.stream()
        .map(Standing::cluster)
        .filter(one -> one.id().equals(cluster))
        .map(Cluster::name)
        .findFirst()
        .orElse(cluster.toString());
  }

  List<Standing> read() {
    return clusters.stream().filter(one -> one.scan().isPresent()).toList();
  }

  List<Scan> holding() {
    return clusters.stream().flatMap(one -> one.scan().stream()).toList();
  }
}
