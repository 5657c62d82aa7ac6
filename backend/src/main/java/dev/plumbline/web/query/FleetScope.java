package dev.plumbline.web.query;

import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.scan.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return evidence.isEmpty() ? List.of(new ClusterEvidence(NOWHERE, "", "", Map.of())) : evidence;
  }

  /** The same over the scanned clusters for which a framework counts; over all where none is. */
  public FleetScope counting(Frameworks frameworks, Framework framework) {
    Set<UUID> chosen =
        evidence.stream()
            .filter(one -> frameworks.counts(framework, one))
            .map(ClusterEvidence::cluster)
            .collect(Collectors.toSet());
    return chosen.isEmpty() ? this : only(chosen);
  }

  /** Whether a framework counts for any of the scanned clusters, or none was scanned. */
  public boolean counts(Frameworks frameworks, Framework framework) {
    return evidence.isEmpty()
        || evidence.stream().anyMatch(one -> frameworks.counts(framework, one));
  }

  private FleetScope only(Set<UUID> chosen) {
    return new FleetScope(
        at,
        clusters.stream()
            .filter(one -> one.scan().isEmpty() || chosen.contains(one.cluster().id()))
            .toList(),
        evidence.stream().filter(one -> chosen.contains(one.cluster())).toList());
  }

  /** The clusters that were scanned, by id. */
  public Map<UUID, Standing> scanned() {
    return clusters.stream()
        .filter(standing -> standing.scan().isPresent())
        .collect(Collectors.toMap(standing -> standing.cluster().id(), standing -> standing));
  }
}
