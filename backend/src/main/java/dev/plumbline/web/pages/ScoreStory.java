package dev.plumbline.web.pages;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Score;
import dev.plumbline.finding.Cause;
import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.finding.ScoreBridge.Step;
import dev.plumbline.scan.Scan;
import dev.plumbline.web.charts.Bridge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells in a chart and in a sentence what moved a score. */
@Component
public class ScoreStory {

  private static final List<Cause> ALWAYS =
      List.of(Cause.FOUND, Cause.MENDED, Cause.OBJECTS, Cause.SIGHT, Cause.RULES);
  private static final int NAMED = 2;

  private final Catalogue catalogue;

  ScoreStory(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** How many judged objects came and went. */
  public record Crowd(int came, int went) {

    /** Over several looks. */
    public static Crowd of(Collection<Scan> scans) {
      return new Crowd(
          scans.stream().mapToInt(scan -> scan.change().came()).sum(),
          scans.stream().mapToInt(scan -> scan.change().went()).sum());
    }
  }

  /**
   * The steps as drawn: in tenths that add up to the difference of the scores as they are printed.
   *
   * @param from label of the first score, such as a date
   * @param to label of the last
   */
  public Bridge chart(ScoreBridge bridge, String from, String to, Crowd crowd) {
    var steps = new ArrayList<>(bridge.steps());
    for (Cause cause : ALWAYS) {
      if (bridge.step(cause).isEmpty()) {
        steps.add(new Step(cause, Score.Fraction.ZERO, 0, List.of()));
      }
    }
    steps.sort(Comparator.comparing(Step::cause));
    Map<Cause, BigDecimal> printed = bridge.printed();
    return new Bridge(
        from,
        bridge.before().rounded(1).doubleValue(),
        steps.stream()
            .map(step -> drawn(step, printed.getOrDefault(step.cause(), BigDecimal.ZERO), crowd))
            .toList(),
        to);
  }

  private Bridge.Step drawn(Step step, BigDecimal points, Crowd crowd) {
    return new Bridge.Step(label(step), note(step, crowd), points.doubleValue(), kind(step));
  }

  private static String label(Step step) {
    return switch (step.cause()) {
      case FOUND -> "New failures";
      case MENDED -> "Fixed";
      case OBJECTS -> "Added or removed";
      case SIGHT -> lost(step) ? "Lost sight" : "Coverage";
      case RULES -> "Rule pack";
      case CLUSTERS -> "Clusters";
      case UNTOLD -> "Not told";
    };
  }

  private static boolean lost(Step step) {
    return step.points().compareTo(Score.Fraction.ZERO) < 0;
  }

  private String note(Step step, Crowd crowd) {
    boolean none = step.objects() == 0 && step.points().equals(Score.Fraction.ZERO);
    return switch (step.cause()) {
      case FOUND, MENDED ->
          none ? "none" : Format.counted(step.objects(), "finding", "findings") + most(step);
      case OBJECTS ->
          crowd.came() + crowd.went() == 0
              ? none ? "nothing came or went" : "what the checks concern" + most(step)
              : Format.counted(crowd.came(), "object", "objects")
                  + " came, "
                  + Format.count(crowd.went())
                  + " went";
      case SIGHT -> none ? "as much was read as before" : checks(step);
      case RULES -> none ? "unchanged" : checks(step) + " added, changed or retired";
      case CLUSTERS -> "clusters were added or removed";
      case UNTOLD -> "before steps were kept";
    };
  }

  private static String checks(Step step) {
    return step.checks().isEmpty()
        ? "the look is too old to count"
        : Format.counted(step.checks().size(), "check", "checks");
  }

  private String most(Step step) {
    return heaviest(step).map(title -> ", most in: " + title).orElse("");
  }

  private Optional<String> heaviest(Step step) {
    return step.checks().stream()
        .filter(share -> !share.points().equals(Score.Fraction.ZERO))
        .findFirst()
        .map(share -> catalogue.find(share.check()).map(Check::title).orElse(share.check()));
  }

  private static Bridge.Kind kind(Step step) {
    return switch (step.cause()) {
      case FOUND, MENDED, OBJECTS -> lost(step) ? Bridge.Kind.LOSS : Bridge.Kind.GAIN;
      case SIGHT -> Bridge.Kind.SIGHT;
      case RULES, CLUSTERS, UNTOLD -> Bridge.Kind.RULES;
    };
  }

  /**
   * What moved the score most, in plain words.
   *
   * @param since such as {@code 7 Jul}
   */
  public List<Words> sentence(ScoreBridge bridge, String since) {
    var heavy =
        bridge.steps().stream()
            .filter(step -> Math.abs(step.points().doubleValue()) >= 0.05)
            .sorted(Comparator.comparingDouble(step -> -Math.abs(step.points().doubleValue())))
            .limit(NAMED)
            .toList();
    if (heavy.isEmpty()) {
      return List.of(new Words("Nothing moved the score since " + since + ".", false));
    }
    var words = new ArrayList<Words>();
    words.add(new Words("Since " + since + " ", false));
    for (int i = 0; i < heavy.size(); i++) {
      words.add(new Words((i == 0 ? "" : "; ") + what(heavy.get(i)) + " ", false));
      words.add(new Words(moved(heavy.get(i)), true));
      heaviest(heavy.get(i))
          .ifPresent(title -> words.add(new Words(", most in “" + title + "”", false)));
    }
    words.add(new Words(".", false));
    return words;
  }

  private static String moved(Step step) {
    return (lost(step) ? "cost " : "won ") + Format.points(Math.abs(step.points().doubleValue()));
  }

  private static String what(Step step) {
    return switch (step.cause()) {
      case FOUND -> "new failures";
      case MENDED -> "fixes";
      case OBJECTS -> "what was added or removed";
      case SIGHT -> lost(step) ? "what could not be read any more" : "what could be read again";
      case RULES -> "changed checks";
      case CLUSTERS -> "clusters added or removed";
      case UNTOLD -> "what was not kept step by step";
    };
  }
}
