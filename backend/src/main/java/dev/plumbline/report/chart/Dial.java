package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The plumb dial: the line swings left of vertical as the score falls; 100 hangs true. */
public final class Dial {

  private static final double X = 178;
  private static final double Y = 10;
  private static final double REACH = 168;
  private static final double SPAN = Math.toRadians(58);

  private Dial() {}

  /**
   * Draws a score between 0 and 100.
   *
   * @param most what the score would be if everything unknown passed
   */
  public static Drawing of(double score, double most, String alt) {
    var shapes = new ArrayList<Drawing.Shape>();
    if (most > score) {
      shapes.add(Drawing.Shape.line(wedge(score, most), Ink.HATCH, 0.8));
    }
    shapes.add(Drawing.Shape.dashed("M178 10V192", Ink.INK, 1, "1 3"));
    shapes.add(Drawing.Shape.line(arc(), Ink.EDGE, 1));
    ticks(shapes);
    bob(shapes, score);
    return new Drawing(198, 214, alt, shapes, List.of(word(0, 24), word(50, 26), word(100, 28)));
  }

  private static void ticks(List<Drawing.Shape> shapes) {
    for (int score = 0; score <= 100; score += 2) {
      boolean main = score % 50 == 0;
      double length = main ? 14 : score % 10 == 0 ? 10 : 5;
      shapes.add(
          Drawing.Shape.line(
              spoke(score, REACH, REACH + length),
              score % 10 == 0 ? Ink.INK : Ink.EDGE,
              main ? 1.4 : 1));
    }
  }

  private static void bob(List<Drawing.Shape> shapes, double score) {
    shapes.add(Drawing.Shape.line(spoke(score, 0, 112), Ink.ACCENT, 1.6));
    shapes.add(
        Drawing.Shape.filled(
            Ink.path(
                "M%sL%sL%sL%sz",
                at(score, 110, 0), at(score, 119, 10), at(score, 156, 0), at(score, 119, -10)),
            Ink.ACCENT));
    shapes.add(Drawing.Shape.line("M167 10h22", Ink.INK, 2.4));
  }

  private static String wedge(double score, double most) {
    var path = new StringBuilder();
    for (double at = score; at <= most; at += 0.7) {
      path.append(spoke(at, 60, REACH));
    }
    return path.toString();
  }

  private static String arc() {
    var path = new StringBuilder("M" + at(0, REACH, 0));
    for (int score = 1; score <= 100; score++) {
      path.append('L').append(at(score, REACH, 0));
    }
    return path.toString();
  }

  private static Drawing.Word word(int score, double beyond) {
    double angle = angle(score);
    double x = X - (REACH + beyond) * Math.sin(angle);
    double y = Y + (REACH + beyond) * Math.cos(angle);
    return new Drawing.Word(Math.max(x, 6), y + 4, "middle", Integer.toString(score), Ink.FAINT);
  }

  private static String spoke(double score, double from, double to) {
    return "M" + at(score, from, 0) + "L" + at(score, to, 0);
  }

  private static String at(double score, double down, double aside) {
    double angle = angle(score);
    return Ink.path(
        "%.1f %.1f",
        X - down * Math.sin(angle) + aside * Math.cos(angle),
        Y + down * Math.cos(angle) + aside * Math.sin(angle));
  }

  private static double angle(double score) {
    return SPAN * (100 - score) / 100;
  }
}
