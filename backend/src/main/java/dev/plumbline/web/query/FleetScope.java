package dev.plumbline.web.query;

import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.scan.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The clusters a framework is read over, at an instant.
 *
 * @param clusters all that were asked for, never-scanned ones included
 * @param evidence one for each cluster that was scanned
 */
public record FleetScope(Instant at, List<Standing> clusters, List<ClusterEvidence> evidence) {

  private static final UUID NOWHERE = new UUID(0, 0);

  public FleetScope {
    clusters = List.copyOf(clusters);
    evidence = List.copyOf(evidence);
  }

  /** The clusters that were scanned; nowhere in particular when none was. */
  public List<ClusterEvidence> judged() {
    return evidence.isEmpty() ? List.of(new ClusterEvidence(NOWHERE, "", Map.of())) : evidence;
  }

  /** The clusters that were scanned, by id. */
  public Map<UUID, Standing> scanned() {
    return clusters.stream()
        .filter(standing -> standing.scan().isPresent())
        .collect(Collectors.toMap(standing -> standing.cluster().id(), standing -> standing));
  }
}
