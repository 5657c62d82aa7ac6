package dev.plumbline.web.charts;

import dev.plumbline.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Counts by severity as a stepped bar: width is count, height is rank. */
public record Severities(long critical, long high, long medium, long low, long info) {

  private static final int HEIGHT = 44;
  private static final int STEP = 9;

  /**
   * One step of the bar.
   *
   * @param y upper edge, of 44
   */
  public record Step(Piece piece, int y, int height) {}

  /** From counts that leave out severities without any. */
  public static Severities of(Map<Severity, Long> counts) {
    return new Severities(
        counts.getOrDefault(Severity.CRITICAL, 0L),
        counts.getOrDefault(Severity.HIGH, 0L),
        counts.getOrDefault(Severity.MEDIUM, 0L),
        counts.getOrDefault(Severity.LOW, 0L),
        counts.getOrDefault(Severity.INFO, 0L));
  }

  public long total() {
    return critical + high + medium + low + info;
  }

  /** The steps that have a width; information is not drawn. */
  public List<Step> steps() {
    var css = List.of("c-critical", "c-high", "c-medium", "c-low");
    var counts = List.of(critical, high, medium, low);
    long drawn = total() - info;
    var steps = new ArrayList<Step>();
    long before = 0;
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > 0) {
        var piece = Piece.of(css.get(i), 100.0 * before / drawn, 100.0 * counts.get(i) / drawn);
        steps.add(new Step(piece, STEP * i, HEIGHT - STEP * i));
      }
      before += counts.get(i);
    }
    return steps;
  }

  /** The bar in words. */
  public String label() {
    return critical + " critical, " + high + " high, " + medium + " medium, " + low + " low";
  }
}
