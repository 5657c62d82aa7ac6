package dev.plumbline.report.framework;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.compliance.ControlStanding;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.finding.Finding;
import dev.plumbline.report.framework.FrameworkReportView.Affected;
import dev.plumbline.report.framework.FrameworkReportView.ControlDetail;
import dev.plumbline.report.framework.FrameworkReportView.MatrixRow;
import dev.plumbline.report.framework.FrameworkReportView.Tested;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The control matrix, the controls in full, and the findings behind them in the same order. */
final class Controls {

  private static final int SHOWN = 25;
  private static final List<ControlStatus> TOLD =
      List.of(ControlStatus.FAIL, ControlStatus.UNKNOWN, ControlStatus.EXPIRED, ControlStatus.OPEN);

  private final Material material;
  private final Catalogue catalogue;
  private final Map<String, List<Finding>> byCheck;
  private final Sentences say;

  Controls(Material material, Catalogue catalogue) {
    this.material = material;
    this.catalogue = catalogue;
    this.say = new Sentences(material.zone());
    this.byCheck =
        material.findings().stream()
            .sorted(
                Comparator.comparing((Finding finding) -> material.name(finding.cluster()))
                    .thenComparing(finding -> finding.subject().namespace())
                    .thenComparing(finding -> finding.subject().name()))
            .collect(Collectors.groupingBy(Finding::check));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** A finding under a control, one row of findings.csv. */
  record Row(FleetControl control, Finding finding) {}

  List<FleetControl> told() {
    return material.closing().controls().stream()
        .filter(control -> TOLD.contains(control.status()) || control.passesWithNotes())
        .sorted(Comparator.comparingInt(Controls::rank))
        .toList();
  }

  /** Controls that pass with notes come last. */
  private static int rank(FleetControl control) {
    int rank = TOLD.indexOf(control.status());
    return rank < 0 ? TOLD.size() : rank;
  }

  /** Every finding under every failing control, in the order in which the controls are told. */
  List<Row> rows() {
    return told().stream()
        .flatMap(control -> findings(control).map(finding -> new Row(control, finding)))
        .toList();
  }

  private Stream<Finding> findings(FleetControl control) {
    if (control.status() != ControlStatus.FAIL) {
      return Stream.of();
    }
    return evidence(control)
        .map(Evidence::id)
        .distinct()
        .flatMap(check -> byCheck.getOrDefault(check, List.of()).stream());
  }

  private static Stream<Evidence> evidence(FleetControl control) {
    return control.clusters().stream()
        .filter(one -> one.kind().machineCheckable())
        .flatMap(one -> one.evidence().stream())
        .filter(Evidence::built);
  }

  List<MatrixRow> matrix() {
    return material.closing().controls().stream().flatMap(this::matrixRows).toList();
  }

  private Stream<MatrixRow> matrixRows(FleetControl control) {
    boolean machine = control.clusters().stream().anyMatch(one -> one.kind().machineCheckable());
    if (!machine) {
      return Stream.of(
          row(control, "", "", false, ControlWord.of(control.status()), List.of(), null, ""));
    }
    var rows = new ArrayList<MatrixRow>();
    for (int i = 0; i < control.clusters().size(); i++) {
      UUID cluster = material.closing().clusters().get(i).cluster();
      var one = control.clusters().get(i);
      rows.add(
          row(
              control,
              material.name(cluster),
              old(cluster),
              one.kind().machineCheckable(),
              word(one, excepted(one, cluster)),
              one.evidence(),
              since(one, cluster),
              excepted(one, cluster)));
    }
    return rows.stream();
  }

  private String old(UUID cluster) {
    return material.clusters().stream()
        .filter(one -> one.cluster().id().equals(cluster))
        .map(one ->
            switch (one.age()) {
              case STALE -> "stale";
              case LAPSED -> "lapsed";
              case FRESH, NEVER -> "";
            })
        .findFirst()
        .orElse("");
  }

  private static MatrixRow row(
      FleetControl control,
      String cluster,
      String old,
      boolean machine,
      ControlWord word,
      List<Evidence> evidence,
      @Nullable LocalDate since,
      String exception) {
    return new MatrixRow(
        control.control().id(),
        control.control().topic(),
        cluster,
        old,
        machine,
        word,
        sum(evidence, one -> one.tally().failed()),
        sum(evidence, one -> one.tally().failed() + one.tally().passed()),
        since,
        exception);
  }

  private static ControlWord word(ControlStanding control, String exception) {
    if (!exception.isEmpty()) {
      return ControlWord.EXCEPTED;
    }
    return control.status() == ControlStatus.PASS && control.noted() > 0
        ? ControlWord.NOTED
        : ControlWord.of(control.status());
  }

  /** Until when every failure of a control on a cluster is covered, empty where one is not. */
  private String excepted(ControlStanding control, UUID cluster) {
    return control.status() != ControlStatus.FAIL
        ? ""
        : material
            .accepted()
            .until(control, cluster)
            .map(end -> "until " + say.day(Accepted.lastDay(end, material.zone())))
            .orElse("");
  }

  private static int sum(List<Evidence> evidence, ToIntFunction<Evidence> number) {
    return evidence.stream().mapToInt(number).sum();
  }

  private @Nullable LocalDate since(ControlStanding control, UUID cluster) {
    if (control.status() != ControlStatus.FAIL) {
      return null;
    }
    return control.evidence().stream()
        .flatMap(one -> byCheck.getOrDefault(one.id(), List.of()).stream())
        .filter(finding -> finding.cluster().equals(cluster))
        .map(Finding::openedAt)
        .min(Comparator.naturalOrder())
        .map(this::day)
        .orElse(null);
  }

  private LocalDate day(Instant instant) {
    return instant.atZone(material.zone()).toLocalDate();
  }

  List<ControlDetail> details() {
    var details = new ArrayList<ControlDetail>();
    int row = 1;
    for (var control : told()) {
      var findings = findings(control).toList();
      details.add(detail(control, findings, row));
      row += findings.size();
    }
    return List.copyOf(details);
  }

  private ControlDetail detail(FleetControl control, List<Finding> findings, int row) {
    return new ControlDetail(
        control.control().id(),
        control.control().topic(),
        control.passesWithNotes() ? ControlWord.NOTED : ControlWord.of(control.status()),
        control.control().evidence(),
        tested(control),
        findings.stream().limit(SHOWN).map(this::affected).toList(),
        findings.size(),
        findings.isEmpty() ? 0 : row,
        remediation(findings),
        notJudged(control),
        control.control().ask(),
        provider(control));
  }

  private List<Tested> tested(FleetControl control) {
    Map<String, List<Evidence>> byId =
        evidence(control)
            .collect(Collectors.groupingBy(Evidence::id, LinkedHashMap::new, Collectors.toList()));
    return byId.values().stream().map(this::tested).toList();
  }

  private Tested tested(List<Evidence> over) {
    var one = over.getFirst();
    return new Tested(
        one.id(),
        one.title(),
        one.severity().name().toLowerCase(Locale.ROOT),
        sum(over, each -> each.tally().failed()) == 0
            ? ""
            : catalogue.find(one.id()).map(Check::why).orElse(""),
        sum(over, each -> each.tally().failed()),
        sum(over, each -> each.tally().failed() + each.tally().passed()));
  }

  private Affected affected(Finding finding) {
    return new Affected(
        material.name(finding.cluster()),
        finding.subject().namespace(),
        finding.subject().kind().name(),
        finding.subject().name(),
        observed(finding),
        finding.openedAt(),
        material
            .accepted()
            .of(finding)
            .map(one -> Accepted.lastDay(one.expiresAt(), material.zone()))
            .orElse(null));
  }

  static String observed(Finding finding) {
    return finding.offences().stream()
        .map(Outcome.Offence::message)
        .collect(Collectors.joining("; "));
  }

  private String remediation(List<Finding> findings) {
    return findings.stream()
        .map(Finding::check)
        .distinct()
        .limit(3)
        .map(catalogue::find)
        .flatMap(Optional::stream)
        .map(check -> check.title() + ": " + check.fix().text().strip())
        .collect(Collectors.joining(" "));
  }

  private String notJudged(FleetControl control) {
    Map<String, Long> reasons =
        control.clusters().stream()
            .flatMap(one -> one.evidence().stream())
            .filter(one -> one.state() == Evidence.State.NOT_JUDGED)
            .map(one -> one.detail().isEmpty() ? "not judged" : one.detail())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return reasons.isEmpty()
        ? ""
        : "Not judged: "
            + reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(4)
                .map(one -> one.getKey() + (one.getValue() > 1 ? " (" + one.getValue() + ")" : ""))
                .collect(Collectors.joining("; "));
  }

  private String provider(FleetControl control) {
    return material.holding().stream()
        .map(scan -> control.control().provider().get(scan.distribution()))
        .flatMap(Stream::ofNullable)
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
