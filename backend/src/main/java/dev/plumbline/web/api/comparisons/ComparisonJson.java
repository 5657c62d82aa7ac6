package dev.plumbline.web.api.comparisons;

import dev.plumbline.check.Score.Fraction;
import dev.plumbline.check.Severity;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.finding.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingDifferences;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.web.query.Comparisons.Comparison;
import dev.plumbline.web.query.Comparisons.ControlChange;
import dev.plumbline.web.query.Comparisons.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as the API shows it.
 *
 * @param bridge what led from the first score to the second; absent between different clusters
 */
record ComparisonJson(
    SideJson a,
    SideJson b,
    @Nullable BridgeJson bridge,
    FoundJson gained,
    FoundJson lost,
    FoundJson changed,
    List<ControlJson> controls) {

  /**
   * One side.
   *
   * @param cluster absent for all clusters
   * @param score from 0 to 100, rounded down to four decimals; absent when nothing was assessed
   * @param failing findings by severity
   */
  record SideJson(
      @Nullable UUID cluster,
      Instant at,
      @Nullable BigDecimal score,
      BigDecimal coverage,
      Map<Severity, Long> failing) {}

  /** The steps; their exact points add up to the exact difference. */
  record BridgeJson(String difference, List<StepJson> steps) {}

  /**
   * What one cause cost or won.
   *
   * @param points rounded down to four decimals
   * @param exact the same as a fraction
   * @param objects objects it is about, 0 for none in particular
   */
  record StepJson(
      Cause cause, BigDecimal points, String exact, int objects, List<ShareJson> checks) {}

  /** One check's share in a step. */
  record ShareJson(String check, BigDecimal points, int objects) {}

  /**
   * Findings of one list.
   *
   * @param findings the first 200
   * @param cut whether there are more
   * @param all address that lists every one of them, page by page, at the same two instants
   */
  record FoundJson(long total, List<FindingJson> findings, boolean cut, String all) {}

  /** One finding. */
  record FindingJson(
      UUID id,
      UUID cluster,
      String check,
      Severity severity,
      String kind,
      String namespace,
      String name,
      Instant openedAt) {}

  /** A control that stands otherwise on the second side. */
  record ControlJson(String framework, String control, ControlStatus from, ControlStatus to) {}

  static ComparisonJson of(Comparison found) {
    return new ComparisonJson(
        side(found.a()),
        side(found.b()),
        found.bridge().map(ComparisonJson::bridge).orElse(null),
        found("gained", found.gained(), found),
        found("lost", found.lost(), found),
        found("changed", found.changed(), found),
        found.controls().stream().map(ComparisonJson::control).toList());
  }

  private static SideJson side(Side side) {
    return new SideJson(
        side.cluster().map(Cluster::id).orElse(null),
        side.at(),
        side.fleet().score().map(score -> score.rounded(4)).orElse(null),
        side.fleet().coverage(),
        side.failing());
  }

  private static BridgeJson bridge(ScoreBridge bridge) {
    return new BridgeJson(
        bridge.difference().toString(), bridge.steps().stream().map(ComparisonJson::step).toList());
  }

  private static StepJson step(ScoreBridge.Step step) {
    return new StepJson(
        step.cause(),
        rounded(step.points()),
        step.points().toString(),
        step.objects(),
        step.checks().stream()
            .map(one -> new ShareJson(one.check(), rounded(one.points()), one.objects()))
            .toList());
  }

  private static BigDecimal rounded(Fraction points) {
    return points.rounded(4);
  }

  private static FoundJson found(String list, FindingDifferences.Found found, Comparison of) {
    return new FoundJson(
        found.total(),
        found.findings().stream().map(ComparisonJson::finding).toList(),
        found.findings().size() < found.total(),
        "/api/v1/comparisons/%s?a=%s&aAt=%s&b=%s&bAt=%s"
            .formatted(list, id(of.a()), of.a().at(), id(of.b()), of.b().at()));
  }

  private static String id(Side side) {
    return side.cluster().map(cluster -> cluster.id().toString()).orElse("");
  }

  static FindingJson finding(Finding finding) {
    return new FindingJson(
        finding.id(),
        finding.cluster(),
        finding.check(),
        finding.severity(),
        finding.subject().kind().toString(),
        finding.subject().namespace(),
        finding.subject().name(),
        finding.openedAt());
  }

  private static ControlJson control(ControlChange change) {
    return new ControlJson(
        change.framework().id(), change.control().id(), change.from(), change.to());
  }
}
