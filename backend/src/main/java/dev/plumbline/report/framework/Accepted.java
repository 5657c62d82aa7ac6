package dev.plumbline.report.framework;

import dev.plumbline.compliance.ControlStanding;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Waiver;
import dev.plumbline.report.framework.FrameworkReportView.ExceptionRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Exceptions in force at one instant, over the findings that were open then. */
final class Accepted {

  private final Map<UUID, Waiver> byFinding;
  private final Map<Place, List<Finding>> findings;

  private record Place(UUID cluster, String check) {}

  Accepted(Collection<Waiver> inForce, Collection<Finding> findings) {
    BinaryOperator<Waiver> longer = (a, b) -> a.expiresAt().isAfter(b.expiresAt()) ? a : b;
    Map<UUID, Waiver> all =
        inForce.stream().collect(Collectors.toMap(Waiver::finding, Function.identity(), longer));
    this.findings =
        findings.stream()
            .collect(Collectors.groupingBy(one -> new Place(one.cluster(), one.check())));
    this.byFinding =
        findings.stream()
            .map(Finding::id)
            .filter(all::containsKey)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), all::get));
  }

  Optional<Waiver> of(Finding finding) {
    return Optional.ofNullable(byFinding.get(finding.id()));
  }

  int count() {
    return byFinding.size();
  }

  /** How many failing controls stand under exceptions altogether. */
  int controls(FleetStanding standing) {
    return byFinding.isEmpty()
        ? 0
        : (int)
            standing.controls().stream()
                .filter(control -> control.status() == ControlStatus.FAIL)
                .filter(control -> wholly(standing, control))
                .count();
  }

  private boolean wholly(FleetStanding standing, FleetStanding.FleetControl control) {
    for (int i = 0; i < control.clusters().size(); i++) {
      var one = control.clusters().get(i);
      UUID cluster = standing.clusters().get(i).cluster();
      if (one.status() == ControlStatus.FAIL && until(one, cluster).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * When the first exception ends of those that cover every failure of a control on a cluster;
   * empty where something is not covered.
   */
  Optional<Instant> until(ControlStanding control, UUID cluster) {
    var failing =
        control.evidence().stream()
            .filter(one -> one.state() == Evidence.State.FAILS)
            .map(one -> findings.getOrDefault(new Place(cluster, one.id()), List.of()))
            .toList();
    boolean covered =
        failing.stream()
            .allMatch(
                some -> !some.isEmpty() && some.stream().allMatch(one -> of(one).isPresent()));
    return covered
        ? failing.stream()
            .flatMap(List::stream)
            .flatMap(one -> of(one).stream())
            .map(Waiver::expiresAt)
            .min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** The register, the one that ends soonest first. */
  List<ExceptionRow> rows(Material material) {
    return byFinding.values().stream()
        .sorted(Comparator.comparing(Waiver::expiresAt).thenComparing(Waiver::id))
        .map(one -> row(one, material))
        .toList();
  }

  private static ExceptionRow row(Waiver one, Material material) {
    var decision = one.decision().orElseThrow();
    String namespace = one.subject().namespace();
    return new ExceptionRow(
        one.check(),
        "%s / %s%s / %s"
            .formatted(
                material.name(one.cluster()),
                namespace.isEmpty() ? "" : namespace + " / ",
                one.subject().kind().name(),
                one.subject().name()),
        one.reason(),
        one.compensation(),
        one.requestedBy(),
        decision.by(),
        decision.at().atZone(material.zone()).toLocalDate(),
        lastDay(one.expiresAt(), material.zone()),
        ChronoUnit.DAYS.between(material.at(), one.expiresAt()));
  }

  /** The last day on which something holds that ends at an instant. */
  static LocalDate lastDay(Instant end, ZoneId zone) {
    return end.minusNanos(1).atZone(zone).toLocalDate();
  }
}
