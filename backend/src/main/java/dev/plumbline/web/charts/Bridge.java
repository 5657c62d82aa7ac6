package dev.plumbline.web.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * From one score to another, step by step.
 *
 * @param from label of the first score, such as a date
 * @param to label of the last
 * @param before the first score
 */
public record Bridge(String from, double before, List<Step> steps, String to) {

  /** What moved the score. */
  public enum Kind {
    LOSS("c-fail"),
    GAIN("c-pass"),
    SIGHT("c-unk"),
    RULES("c-ink2");

    private final String css;

    Kind(String css) {
      this.css = css;
    }
  }

  /** One step and what it cost or won. */
  public record Step(String label, String note, double points, Kind kind) {}

  /**
   * One row as drawn.
   *
   * @param flat a step that moved nothing: drawn as a stroke
   */
  public record Row(
      String label, String note, double points, boolean sum, boolean flat, Piece piece) {}

  public double after() {
    return levels().getLast();
  }

  /** Where the bars start. */
  public long axis() {
    return (long) Math.max(0, Math.floor(lowest() - 1));
  }

  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    rows.add(sum(from, before));
    double level = before;
    for (var step : steps) {
      rows.add(row(step, level));
      level = plus(level, step.points());
    }
    rows.add(sum(to, level));
    return rows;
  }

  private Row sum(String label, double score) {
    return new Row(label, "", score, true, false, Piece.of("c-ink2", 0, at(score)));
  }

  private Row row(Step step, double level) {
    double from = at(Math.min(level, level + step.points()));
    double width = at(Math.max(level, level + step.points())) - from;
    return new Row(
        step.label(),
        step.note(),
        step.points(),
        false,
        Math.abs(step.points()) < 0.05,
        Piece.of(step.kind().css, from, width));
  }

  private double at(double score) {
    double reach = (highest() - axis()) * 1.1;
    return reach == 0 ? 0 : 100 * (score - axis()) / reach;
  }

  private double lowest() {
    return levels().stream().mapToDouble(Double::doubleValue).min().orElse(before);
  }

  private double highest() {
    return levels().stream().mapToDouble(Double::doubleValue).max().orElse(before);
  }

  private List<Double> levels() {
    var levels = new ArrayList<Double>(List.of(before));
    steps.forEach(step -> levels.add(plus(levels.getLast(), step.points())));
    return levels;
  }

  private static double plus(double score, double points) {
    return Math.round((score + points) * 1e6) / 1e6;
  }
}
