package dev.plumbline.web.charts;

import dev.plumbline.web.charts.Svg.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trend in a table cell, 124 by 26, broken where nothing was seen.
 *
 * @param scores in order, evenly spaced in time, null where nothing was seen
 */
public record Sparkline(List<@Nullable Double> scores) {

  private static final double WIDTH = 120;
  private static final double TOP = 4;
  private static final double BOTTOM = 22;

  /** One polyline for each unbroken run. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    var run = new ArrayList<Point>();
    for (int i = 0; i <= scores.size(); i++) {
      var point = i < scores.size() ? point(i) : null;
      if (point != null) {
        run.add(point);
      } else if (!run.isEmpty()) {
        lines.add(Svg.points(run));
        run.clear();
      }
    }
    return lines;
  }

  /** The last point seen, as x; null when nothing was. */
  public @Nullable String endX() {
    var end = end();
    return end == null ? null : Svg.number(end.x());
  }

  public @Nullable String endY() {
    var end = end();
    return end == null ? null : Svg.number(end.y());
  }

  private @Nullable Point end() {
    for (int i = scores.size() - 1; i >= 0; i--) {
      var point = point(i);
      if (point != null) {
        return point;
      }
    }
    return null;
  }

  private @Nullable Point point(int index) {
    var score = scores.get(index);
    if (score == null) {
      return null;
    }
    double x = scores.size() == 1 ? WIDTH : WIDTH * index / (scores.size() - 1);
    double span = Math.max(1, max() - min());
    return new Point(x, BOTTOM - (BOTTOM - TOP) * (score - min()) / span);
  }

  private double min() {
    return scores.stream().filter(Objects::nonNull).mapToDouble(s -> s).min().orElse(0);
  }

  private double max() {
    return scores.stream().filter(Objects::nonNull).mapToDouble(s -> s).max().orElse(0);
  }
}
