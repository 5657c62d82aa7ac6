package dev.plumbline.compliance;

import dev.plumbline.check.Assessment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where frameworks stand in the current organisation: now, and at any kept instant. */
@Component
@Transactional
public class Standings {

  private final Frameworks frameworks;
  private final ControlEvaluator evaluator;
  private final Attestations attestations;
  private final FrameworkScores scores;
  private final NodeReports nodes;

  Standings(
      Frameworks frameworks,
      ControlEvaluator evaluator,
      Attestations attestations,
      FrameworkScores scores,
      NodeReports nodes) {
    this.frameworks = frameworks;
    this.evaluator = evaluator;
    this.attestations = attestations;
    this.scores = scores;
    this.nodes = nodes;
  }

  /**
   * Keeps where every framework that counts stands in a scan, inside the transaction that keeps the
   * scan.
   *
   * @param version the API server's {@code gitVersion}, empty when it was not read
   */
  public void record(UUID scan, UUID cluster, String version, Assessment assessment, Instant at) {
    var evidence = ClusterEvidence.of(cluster, version, assessment).on(nodes.items(cluster, at));
    var attested = attestations.at(at);
    scores.insert(
        scan,
        at,
        assessment.rulePack(),
        frameworks.all(Optional.of(at)).stream()
            .filter(framework -> frameworks.counts(framework, evidence))
            .map(framework -> evaluator.standing(framework, evidence, attested))
            .toList());
  }

  /** Forgets what was kept of scans that are forgotten. */
  public void forget(Collection<UUID> scans) {
    scores.delete(scans);
  }

  /**
   * Where a framework stands on clusters, by what their scans found and what held at an instant.
   */
  @Transactional(readOnly = true)
  public FleetStanding standing(Framework framework, List<ClusterEvidence> clusters, Instant at) {
    List<ClusterEvidence> seen =
        clusters.stream().map(cluster -> cluster.on(nodes.items(cluster.cluster(), at))).toList();
    return evaluator.standing(framework, seen, attestations.at(at));
  }

  /** What was kept of a framework on a cluster, oldest first, both ends included. */
  @Transactional(readOnly = true)
  public List<FrameworkScore> history(String framework, UUID cluster, Instant from, Instant to) {
    return scores.history(framework, cluster, from, to);
  }

  /** The last that was kept of each framework and cluster up to an instant. */
  @Transactional(readOnly = true)
  public List<FrameworkScore> latest(Instant at) {
    return scores.latest(at);
  }
}
