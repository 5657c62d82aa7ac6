package dev.plumbline.report.framework;

import dev.plumbline.check.Catalogue;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.report.framework.FrameworkReportView.Position;
import dev.plumbline.report.framework.FrameworkReportView.Risk;
import dev.plumbline.report.framework.FrameworkReportView.Summary;
import dev.plumbline.scan.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in sentences what the numbers show, and names the heaviest failing controls. */
final class Narrator {

  private static final int HEAVIEST = 5;

  private final Material material;
  private final Position closing;
  private final @Nullable Position opening;
  private final Catalogue catalogue;
  private final Sentences say;

  Narrator(Material material, Catalogue catalogue, Position closing, @Nullable Position opening) {
    this.catalogue = catalogue;
    this.material = material;
    this.closing = closing;
    this.opening = opening;
    this.say = new Sentences(material.zone());
  }

  Summary summary() {
    return new Summary(sentences(), bridge(), risks());
  }

  private List<FrameworkReportView.Step> bridge() {
    var bridge = material.bridge();
    return bridge == null ? List.of() : new BridgeRows(bridge, catalogue, say).rows();
  }

  private List<String> sentences() {
    var sentences = new ArrayList<String>();
    score(sentences);
    accepted(sentences);
    failing(sentences);
    people(sentences);
    for (var standing : material.clusters()) {
      if (standing.age() != Standing.Age.FRESH) {
        sentences.add(
            standing.cluster().name() + ": " + new ScopeMaker(material).stale(standing) + ".");
      }
    }
    return List.copyOf(sentences);
  }

  private void score(List<String> sentences) {
    if (!material.framework().scored()) {
      sentences.add("No score: " + material.framework().noScore());
    } else if (closing.score() != null) {
      String moved =
          opening == null || opening.score() == null
              ? "no earlier one to compare with"
              : say.signed(printed(closing.score()).subtract(printed(opening.score())))
                  + " since "
                  + say.date(opening.at());
      sentences.add(
          "The score is %s (%s); coverage is %s."
              .formatted(say.score(closing.score()), moved, say.percent(closing.coverage())));
    } else {
      sentences.add("Nothing could be assessed, so there is no score.");
    }
  }

  /** As the score is printed, so that differences agree with what stands beside them. */
  private static BigDecimal printed(BigDecimal score) {
    return score.setScale(1, RoundingMode.FLOOR);
  }

  /** The second figure stands behind the first, never in its place. */
  private void accepted(List<String> sentences) {
    int covered = material.accepted().count();
    if (covered > 0) {
      String second =
          material.excepted() == null
              ? ""
              : " If they counted as passed, the score would be %s."
                  .formatted(say.score(material.excepted().rounded(2)));
      sentences.add(
          "Findings under an exception: %s; they stay failures in every count and in the score."
                  .formatted(say.n(covered))
              + second);
    }
  }

  private void failing(List<String> sentences) {
    var counts = closing.counts();
    String before =
        opening == null
            ? ""
            : ", %s on %s".formatted(say.n(opening.counts().failing()), say.date(opening.at()));
    sentences.add(
        "Controls failing: %s%s; findings behind them: %s."
            .formatted(say.n(counts.failing()), before, say.n(material.findings().size())));
    if (counts.unknown() > 0) {
      sentences.add(
          "Controls unknown: %s, because not everything they need was read or can be judged yet."
              .formatted(say.n(counts.unknown())));
    }
  }

  private void people(List<String> sentences) {
    var counts = closing.counts();
    int waiting = counts.open() + counts.expired();
    if (waiting > 0) {
      sentences.add(
          "Controls that wait for a person: %s, %s of them because an attestation has expired."
              .formatted(say.n(waiting), say.n(counts.expired())));
    }
  }

  private List<Risk> risks() {
    return material.closing().controls().stream()
        .filter(control -> control.status() == ControlStatus.FAIL)
        .map(Narrator::risk)
        .sorted(
            Comparator.comparingInt((Weighed one) -> -one.weight())
                .thenComparingInt(one -> -one.risk().failing()))
        .limit(HEAVIEST)
        .map(Weighed::risk)
        .toList();
  }

  private record Weighed(int weight, Risk risk) {}

  private static Weighed risk(FleetControl control) {
    var failing =
        control.clusters().stream()
            .flatMap(one -> one.evidence().stream())
            .filter(one -> one.state() == Evidence.State.FAILS)
            .toList();
    var gravest =
        failing.stream().map(Evidence::severity).min(Comparator.naturalOrder()).orElseThrow();
    var risk =
        new Risk(
            control.control().id(),
            control.control().topic(),
            gravest.name().toLowerCase(Locale.ROOT),
            failing.stream().mapToInt(one -> one.tally().failed()).sum(),
            failing.stream().mapToInt(one -> one.tally().failed() + one.tally().passed()).sum());
    return new Weighed(gravest.weight(), risk);
  }
}
