package dev.plumbline.web.charts;

/**
 * One block of a bar.
 *
 * @param css class that fills it
 * @param x left edge, in percent of the bar
 * @param width in percent of the bar
 */
public record Piece(String css, String x, String width) {

  static Piece of(String css, double from, double width) {
    return new Piece(css, Svg.percent(from), Svg.percent(width));
  }
}
