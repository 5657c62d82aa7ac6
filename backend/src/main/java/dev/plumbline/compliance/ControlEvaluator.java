package dev.plumbline.compliance;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.plumbline.check.Check;
import dev.plumbline.check.Score;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins frameworks with what scans found and people attested; knows no database and no clock. */
public final class ControlEvaluator {

  private static final int KEPT = 200;

  private final Supplier<List<Check>> checks;
  private final LoadingCache<List<Check>, Wants> wants;

  /** Takes checks, of which controls want some. */
  public ControlEvaluator(Frameworks frameworks, Collection<Check> checks) {
    this(frameworks, fixed(List.copyOf(checks)));
  }

  /**
   * Takes the checks of the current organisation. What controls want of them is kept for as long as
   * the same list comes back.
   */
  ControlEvaluator(Frameworks frameworks, Supplier<List<Check>> checks) {
    this.checks = checks;
    this.wants =
        Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(KEPT)
            .build(list -> new Wants(frameworks, list));
  }

  private static Supplier<List<Check>> fixed(List<Check> checks) {
    return () -> checks;
  }

  private List<Want> wants(Framework framework, Control control) {
    return wants.get(checks.get()).of(framework, control);
  }

  /** Where a framework stands on one cluster. */
  public FrameworkStanding standing(
      Framework framework, ClusterEvidence cluster, AttestationBook attested) {
    Hosting hosting = cluster.hosting();
    List<ControlStanding> controls =
        framework.controls().stream()
            .map(control -> control(framework, control, cluster, attested))
            .toList();
    Score score = framework.scored() ? score(framework, cluster, hosting) : null;
    return new FrameworkStanding(framework, cluster.cluster(), hosting, controls, score);
  }

  /** Where a framework stands on several clusters. */
  public FleetStanding standing(
      Framework framework, List<ClusterEvidence> clusters, AttestationBook attested) {
    return FleetStanding.of(
        framework,
        clusters.stream().map(cluster -> standing(framework, cluster, attested)).toList());
  }

  /** Ids of the built checks a control wants. */
  public Set<String> checks(Framework framework, Control control) {
    return wants(framework, control).stream()
        .filter(want -> want.check() != null)
        .map(Want::id)
        .collect(Collectors.toSet());
  }

  private ControlStanding control(
      Framework framework, Control control, ClusterEvidence cluster, AttestationBook attested) {
    ControlKind kind = control.kindOn(cluster.hosting());
    List<Evidence> evidence =
        Ruling.weighed(
            framework.type(),
            wants(framework, control).stream().map(want -> want.on(cluster)).toList());
    Attestation attestation = attestation(framework, control, cluster.cluster(), attested);
    ControlStatus said =
        attestation == null ? ControlStatus.OPEN : attestation.statusAt(attested.at());
    return new ControlStanding(
        control,
        kind,
        Ruling.of(kind, evidence, attestation == null ? null : said),
        attestation != null || Ruling.asks(control, kind, evidence) ? said : null,
        attestation,
        evidence);
  }

  private static @Nullable Attestation attestation(
      Framework framework, Control control, UUID cluster, AttestationBook attested) {
    return attested.of(framework.id(), control.id(), cluster).orElse(null);
  }

  private Score score(Framework framework, ClusterEvidence cluster, Hosting hosting) {
    Map<String, Score.Line> lines = new LinkedHashMap<>();
    framework.controls().stream()
        .filter(control -> control.kindOn(hosting).machineCheckable())
        .flatMap(control -> wants(framework, control).stream())
        .forEach(want -> want.line(cluster).ifPresent(line -> lines.put(line.check(), line)));
    return new Score(List.copyOf(lines.values()));
  }
}
