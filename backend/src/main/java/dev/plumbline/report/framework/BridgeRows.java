package dev.plumbline.report.framework;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.finding.Cause;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.report.framework.FrameworkReportView.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes the steps from the opening score to the closing score; they add up as printed. */
final class BridgeRows {

  private static final List<Cause> ALWAYS =
      List.of(Cause.FOUND, Cause.MENDED, Cause.OBJECTS, Cause.SIGHT, Cause.RULES);

  private final ScoreBridge bridge;
  private final Catalogue catalogue;
  private final Sentences say;

  BridgeRows(ScoreBridge bridge, Catalogue catalogue, Sentences say) {
    this.bridge = bridge;
    this.catalogue = catalogue;
    this.say = say;
  }

  List<Step> rows() {
    Map<Cause, BigDecimal> points = bridge.printed();
    return java.util.stream.Stream.of(Cause.values())
        .filter(cause -> ALWAYS.contains(cause) || points.containsKey(cause))
        .map(cause ->
            new Step(label(cause), note(cause), points.getOrDefault(cause, BigDecimal.ZERO)))
        .toList();
  }

  private static String label(Cause cause) {
    return switch (cause) {
      case FOUND -> "New failures";
      case MENDED -> "Fixed";
      case OBJECTS -> "Objects added or removed";
      case SIGHT -> "Coverage";
      case RULES -> "Rule pack";
      case CLUSTERS -> "Clusters";
      case UNTOLD -> "Not told";
    };
  }

  private String note(Cause cause) {
    var step = bridge.step(cause);
    if (step.isEmpty()) {
      return "nothing";
    }
    return switch (cause) {
      case FOUND, MENDED -> findings(step.get());
      case OBJECTS -> "there is more or less to judge" + most(step.get());
      case SIGHT -> "more or less could be read" + most(step.get());
      case RULES -> "checks added, changed or retired" + most(step.get());
      case CLUSTERS -> "other clusters count than at the start";
      case UNTOLD -> "lies before what is kept step by step, or follows a change of the mapping";
    };
  }

  private String findings(ScoreBridge.Step step) {
    return say.n(step.objects()) + (step.objects() == 1 ? " finding" : " findings") + most(step);
  }

  private String most(ScoreBridge.Step step) {
    return step.checks().stream()
        .filter(share -> !share.points().equals(Fraction.ZERO))
        .findFirst()
        .map(share -> catalogue.find(share.check()).map(Check::title).orElse(share.check()))
        .map(title -> ", most in: " + title)
        .orElse("");
  }
}
