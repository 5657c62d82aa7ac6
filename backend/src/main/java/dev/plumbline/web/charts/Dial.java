package dev.plumbline.web.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plumb dial: the line swings left of vertical as the score falls; 100 hangs true. Drawn on 184
 * by 212.
 *
 * @param score 0 to 100
 * @param possible the score if everything unknown passed, at least {@code score}
 * @param before an earlier score, null for none
 */
public record Dial(double score, double possible, @Nullable Double before) {

  private static final double PIVOT_X = 164;
  private static final double PIVOT_Y = 10;
  private static final double RADIUS = 168;
  private static final double INNER = 60;
  private static final double SWING = 58;

  /** A stroke of the scale. */
  public record Tick(String path, String css, String width) {}

  /** A number on the scale. */
  public record Label(String x, String y, String text, String css) {}

  /** What the unknown could still give, as a path. */
  public String wedge() {
    return "M%sL%sA168 168 0 0 0 %sL%sA60 60 0 0 1 %sz"
        .formatted(
            at(score, INNER),
            at(score, RADIUS),
            at(possible, RADIUS),
            at(possible, INNER),
            at(score, INNER));
  }

  /** Whether there is anything unknown to draw. */
  public boolean open() {
    return possible - score >= 0.05;
  }

  public String arc() {
    return "M%sA168 168 0 0 0 %s".formatted(at(0, RADIUS), at(100, RADIUS));
  }

  public String rotation() {
    return String.format(Locale.ROOT, "rotate(%.2f 164 10)", SWING * (100 - score) / 100);
  }

  public List<Tick> ticks() {
    var ticks = new ArrayList<Tick>();
    for (int value = 0; value <= 100; value += 2) {
      ticks.add(tick(value));
    }
    return ticks;
  }

  private static Tick tick(int value) {
    boolean main = value % 50 == 0;
    boolean ten = value % 10 == 0;
    double length = main ? 14 : ten ? 10 : 5;
    return new Tick(
        "M" + at(value, RADIUS) + "L" + at(value, RADIUS + length),
        ten ? "s-ink" : "s-edge",
        main ? "1.4" : "1");
  }

  public List<Label> labels() {
    return Stream.of(0, 50, 80, 100).map(Dial::label).toList();
  }

  private static Label label(int value) {
    return new Label(
        Svg.number(x(value, 194)),
        Svg.number(y(value, 194) + 4),
        "" + value,
        value == 80 ? "ct l80" : "ct");
  }

  /** Where the earlier score hangs, as x; null without one. */
  public @Nullable String beforeX() {
    return before == null ? null : Svg.number(x(before, 164));
  }

  public @Nullable String beforeY() {
    return before == null ? null : Svg.number(y(before, 164));
  }

  private static String at(double score, double radius) {
    return Svg.number(x(score, radius)) + " " + Svg.number(y(score, radius));
  }

  private static double x(double score, double radius) {
    return PIVOT_X - radius * Math.sin(angle(score));
  }

  private static double y(double score, double radius) {
    return PIVOT_Y + radius * Math.cos(angle(score));
  }

  private static double angle(double score) {
    return Math.toRadians(SWING * (100 - score) / 100);
  }
}
