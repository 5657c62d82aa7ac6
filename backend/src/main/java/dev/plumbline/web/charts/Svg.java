package dev.plumbline.web.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers as SVG attributes want them. */
final class Svg {

  private Svg() {}

  static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text;
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }

  static String points(List<Point> points) {
    return points.stream().map(Point::text).collect(Collectors.joining(" "));
  }

  /** A place on a drawing. */
  record Point(double x, double y) {

    String text() {
      return number(x) + "," + number(y);
    }
  }
}
