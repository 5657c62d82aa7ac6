package dev.plumbline.compliance;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All a framework needs to know of one cluster's scan.
 *
 * @param distribution detected distribution, empty when undetected
 * @param version the API server's {@code gitVersion}, empty when it was not read
 * @param checks what the scan says of each check, by the check's id
 * @param nodes what was seen on its nodes
 */
public record ClusterEvidence(
    UUID cluster,
    String distribution,
    String version,
    Map<String, CheckStanding> checks,
    NodeItems nodes) {

  public ClusterEvidence {
    checks = Map.copyOf(checks);
  }

  /** A cluster of whose nodes nothing is known. */
  public ClusterEvidence(
      UUID cluster, String distribution, String version, Map<String, CheckStanding> checks) {
    this(cluster, distribution, version, checks, NodeItems.NONE);
  }

  /** The same with what was seen on its nodes. */
  ClusterEvidence on(NodeItems items) {
    return new ClusterEvidence(cluster, distribution, version, checks, items);
  }

  public static ClusterEvidence of(
      UUID cluster, String distribution, String version, Collection<CheckStanding> checks) {
    return new ClusterEvidence(
        cluster,
        distribution,
        version,
        checks.stream().collect(Collectors.toMap(CheckStanding::check, Function.identity())));
  }

  /**
   * The same where the look is too old to be trusted: failures stay, nothing passes, nothing
   * counts.
   *
   * @param why for people
   */
  public ClusterEvidence lapsed(String why) {
    return of(
        cluster,
        distribution,
        version,
        checks.values().stream().map(check -> check.lapsed(why)).toList());
  }

  /** What a scan has just found. */
  public static ClusterEvidence of(UUID cluster, String version, Assessment assessment) {
    Map<String, Score.Line> lines =
        assessment.score().lines().stream()
            .collect(Collectors.toMap(Score.Line::check, Function.identity()));
    return of(
        cluster,
        assessment.distribution(),
        version,
        assessment.results().stream().map(result -> standing(result, lines)).toList());
  }

  private static CheckStanding standing(CheckResult result, Map<String, Score.Line> lines) {
    String id = result.check().id();
    return new CheckStanding(id, result.state(), result.tally(), result.detail(), lines.get(id));
  }

  Hosting hosting() {
    return Hosting.of(distribution);
  }
}
