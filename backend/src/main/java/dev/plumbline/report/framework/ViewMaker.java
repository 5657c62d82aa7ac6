package dev.plumbline.report.framework;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.FrameworkStanding;
import dev.plumbline.report.framework.FrameworkReportView.AttestationRow;
import dev.plumbline.report.framework.FrameworkReportView.Counts;
import dev.plumbline.report.framework.FrameworkReportView.Cover;
import dev.plumbline.report.framework.FrameworkReportView.Hash;
import dev.plumbline.report.framework.FrameworkReportView.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts what was stored into the shape of the report. */
final class ViewMaker {

  private final Material material;
  private final Controls controls;
  private final String product;
  private final Instant now;

  ViewMaker(Material material, Controls controls, String product, Instant now) {
    this.material = material;
    this.controls = controls;
    this.product = product;
    this.now = now;
  }

  FrameworkReportView view(String digest, Hash findings) {
    var closing =
        position(
            material.closing(), material.at(), material.accepted().controls(material.closing()));
    var opening =
        material.opening() == null
            ? null
            : position(
                material.opening(), material.order().periodStart(), material.exceptedBefore());
    return new FrameworkReportView(
        cover(digest),
        closing,
        opening,
        new ScopeMaker(material).scope(),
        new Narrator(material, controls.catalogue(), closing, opening).summary(),
        material.trend(),
        controls.matrix(),
        controls.details(),
        material.accepted().rows(material),
        attestations(),
        material.changes(),
        List.of(findings));
  }

  private Cover cover(String digest) {
    var say = new Sentences(material.zone());
    return new Cover(
        material.organisation(),
        material.framework().name(),
        material.framework().edition(),
        say.date(material.order().periodStart()) + " to " + say.date(material.at()),
        material.at(),
        material.zone(),
        now,
        material.order().id().toString(),
        digest,
        "Confidential",
        product,
        material.framework().scored());
  }

  private static Position position(FleetStanding standing, Instant at, int excepted) {
    return new Position(
        at,
        standing.score().map(score -> score.rounded(2)).orElse(null),
        mean(standing, Score::potential, 1),
        mean(standing, Score::coverage, 100),
        counts(standing.counts(), excepted));
  }

  private static @Nullable BigDecimal mean(
      FleetStanding standing, Function<Score, Optional<Fraction>> part, long times) {
    var parts =
        standing.clusters().stream()
            .map(FrameworkStanding::score)
            .flatMap(score ->
                score == null ? Optional.<Fraction>empty().stream() : part.apply(score).stream())
            .toList();
    return parts.stream()
        .reduce(Fraction::plus)
        .map(sum -> sum.times(Fraction.of(times, parts.size())).rounded(2))
        .orElse(null);
  }

  private static Counts counts(dev.plumbline.compliance.Counts counts, int excepted) {
    return new Counts(
        counts.pass(),
        counts.fail(),
        excepted,
        counts.unknown(),
        counts.of(ControlStatus.NOT_APPLICABLE),
        counts.of(ControlStatus.ATTESTED),
        counts.of(ControlStatus.OPEN),
        counts.of(ControlStatus.EXPIRED),
        counts.of(ControlStatus.PROVIDER) + counts.of(ControlStatus.NOT_IN_CLUSTER));
  }

  private List<AttestationRow> attestations() {
    return material.attestations().stream()
        .map(one ->
            new AttestationRow(
                one.control(),
                one.statement(),
                one.attestedBy(),
                one.attestedAt(),
                one.expiresAt().atZone(material.zone()).toLocalDate(),
                one.evidence()))
        .toList();
  }
}
