package dev.plumbline.report.chart;

/** Grey diagonal lines and dots inside a box: what is not known, and what people still owe. */
final class Hatch {

  private static final double STEP = 5;

  private Hatch() {}

  /** Lines at 45 degrees, cut at the edges of the box. */
  static String lines(double x, double y, double width, double height) {
    var path = new StringBuilder();
    for (double start = -height + STEP / 2; start < width; start += STEP) {
      double from = Math.max(0, start);
      double to = Math.min(width, start + height);
      path.append(
          Ink.path(
              "M%.1f %.1fL%.1f %.1f",
              x + from, y + height - (from - start), x + to, y + height - (to - start)));
    }
    return path.toString();
  }

  /** Small squares on a grid, none of them cut. */
  static String dots(double x, double y, double width, double height) {
    var path = new StringBuilder();
    for (double left = 1.5; left + 2 <= width; left += STEP) {
      for (double top = 2; top + 2 <= height; top += STEP) {
        path.append(Ink.box(x + left, y + top, 2, 2));
      }
    }
    return path.toString();
  }
}
