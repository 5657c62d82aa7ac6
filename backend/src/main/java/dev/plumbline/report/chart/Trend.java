package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line over time that is never joined over a gap. */
public final class Trend {

  private static final int LEFT = 34;
  private static final int RIGHT = 44;
  private static final int TOP = 10;
  private static final int BOTTOM = 26;

  private final List<Point> points;
  private final int width;
  private final int height;
  private final double low;
  private final double high;
  private final List<Drawing.Shape> shapes = new ArrayList<>();
  private final List<Drawing.Word> words = new ArrayList<>();

  private Trend(List<Point> points, int width, int height, double low, double high) {
    this.points = points;
    this.width = width;
    this.height = height;
    this.low = low;
    this.high = high;
  }

  /**
   * One day.
   *
   * @param value null where nothing was read
   */
  public record Point(String label, @Nullable Double value) {}

  /** Draws values on an axis from {@code low} to {@code high}, which is printed beside it. */
  public static Drawing of(
      List<Point> points, int width, int height, double low, double high, String alt) {
    var trend = new Trend(points, width, height, low, high);
    trend.axis();
    trend.gaps();
    trend.lines();
    trend.end();
    return new Drawing(width, height, alt, trend.shapes, trend.words);
  }

  private void axis() {
    for (double value : new double[] {low, (low + high) / 2, high}) {
      shapes.add(
          Drawing.Shape.line(Ink.path("M%d %.1fH%d", LEFT, y(value), width - RIGHT), Ink.LINE, 1));
      words.add(new Drawing.Word(LEFT - 6, y(value) + 4, "end", number(value), Ink.FAINT));
    }
    if (!points.isEmpty()) {
      words.add(new Drawing.Word(LEFT, height - 6, "start", points.getFirst().label(), Ink.FAINT));
      words.add(
          new Drawing.Word(width - RIGHT, height - 6, "end", points.getLast().label(), Ink.FAINT));
    }
  }

  private void gaps() {
    for (int from = 0; from < points.size(); from++) {
      if (points.get(from).value() == null) {
        int to = from;
        while (to + 1 < points.size() && points.get(to + 1).value() == null) {
          to++;
        }
        gap(x(Math.max(from - 0.5, 0)), x(Math.min(to + 0.5, points.size() - 1)));
        from = to;
      }
    }
  }

  private void gap(double from, double to) {
    double tall = height - TOP - BOTTOM;
    shapes.add(Drawing.Shape.line(Hatch.lines(from, TOP, to - from, tall), Ink.LINE, 1));
    for (double wall : new double[] {from, to}) {
      shapes.add(
          Drawing.Shape.dashed(Ink.path("M%.1f %dv%.1f", wall, TOP, tall), Ink.HATCH, 1, "3 3"));
    }
  }

  private void lines() {
    var path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).value();
      if (value != null) {
        path.append(Ink.path(pen ? "L%.1f %.1f" : "M%.1f %.1fh0.1", x(i), y(value)));
      }
      pen = value != null;
    }
    if (!path.isEmpty()) {
      shapes.add(Drawing.Shape.line(path.toString(), Ink.INK, 2));
    }
  }

  private void end() {
    if (!points.isEmpty() && points.getLast().value() instanceof Double value) {
      double x = x(points.size() - 1);
      shapes.add(Drawing.Shape.filled(Ink.box(x - 3, y(value) - 3, 6, 6), Ink.INK));
      words.add(new Drawing.Word(x + 9, y(value) + 4, "start", number(value), Ink.INK));
    }
  }

  private double x(double index) {
    int steps = Math.max(points.size() - 1, 1);
    return LEFT + (width - LEFT - RIGHT) * index / steps;
  }

  private double y(double value) {
    return TOP + (height - TOP - BOTTOM) * (high - value) / (high - low);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
