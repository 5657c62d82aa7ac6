package dev.plumbline.web.query;

import dev.plumbline.compliance.CheckStanding;
import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Tallies;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the scans that hold say of each check, as frameworks ask for it. */
@Component
public class FleetEvidence {

  private final Tallies tallies;

  FleetEvidence(Tallies tallies) {
    this.tallies = tallies;
  }

  /** One for each cluster that was scanned. */
  public List<ClusterEvidence> of(Fleet fleet) {
    return of(fleet.scans());
  }

  /** One for each scan. */
  public List<ClusterEvidence> of(Collection<Scan> scans) {
    Map<UUID, List<CheckTally>> byScan =
        tallies.ofScans(scans.stream().map(Scan::id).toList()).stream()
            .collect(Collectors.groupingBy(CheckTally::scan));
    return scans.stream()
        .map(scan -> evidence(scan, byScan.getOrDefault(scan.id(), List.of())))
        .toList();
  }

  private static ClusterEvidence evidence(Scan scan, List<CheckTally> checks) {
    return ClusterEvidence.of(
        scan.cluster(),
        scan.distribution(),
        scan.serverVersion(),
        checks.stream()
            .map(tally ->
                new CheckStanding(
                    tally.check(),
                    tally.state(),
                    tally.tally(),
                    tally.detail(),
                    tally.line().orElse(null)))
            .toList());
  }
}
