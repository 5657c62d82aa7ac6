package dev.plumbline.web.query;

import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the clusters a framework is read over. */
@Component
public class FleetScopes {

  private final Scans scans;
  private final FleetEvidence evidence;
  private final Clock clock;

  FleetScopes(Scans scans, FleetEvidence evidence, Clock clock) {
    this.scans = scans;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * One cluster by alias or id, or all when empty.
   *
   * @param at empty for now
   */
  public FleetScope of(Optional<Instant> at, String cluster) {
    List<Standing> chosen =
        scans.fleet(at).clusters().stream()
            .filter(standing -> cluster.isEmpty() || named(standing, cluster))
            .toList();
    if (chosen.isEmpty() && !cluster.isEmpty()) {
      throw new NotHere("cluster");
    }
    return of(new Fleet(chosen), at.orElseGet(clock::instant));
  }

  /** A fleet as it stood at an instant. */
  public FleetScope of(Fleet fleet, Instant at) {
    return new FleetScope(at, fleet.clusters(), judged(fleet));
  }

  private List<ClusterEvidence> judged(Fleet fleet) {
    Set<UUID> lapsed =
        fleet.clusters().stream()
            .filter(Standing::lapsed)
            .flatMap(standing -> standing.scan().stream())
            .map(Scan::cluster)
            .collect(Collectors.toSet());
    return evidence.of(fleet).stream()
        .map(one -> lapsed.contains(one.cluster()) ? one.lapsed(Standing.LAPSED) : one)
        .toList();
  }

  private static boolean named(Standing standing, String cluster) {
    return standing.cluster().alias().equals(cluster)
        || standing.cluster().id().toString().equals(cluster);
  }
}
