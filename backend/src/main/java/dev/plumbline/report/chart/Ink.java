package dev.plumbline.report.chart;

import java.util.Locale;

/** The light colours of the look, and path data written with one decimal. */
final class Ink {

  static final String INK = "#11161b";
  static final String FAINT = "#5a646e";
  static final String EDGE = "#7a848e";
  static final String LINE = "#d9dde1";
  static final String WELL = "#f4f5f6";
  static final String SHEET = "#ffffff";
  static final String ACCENT = "#2a44b0";
  static final String PASS = "#0f5f55";
  static final String PASS_TEXT = "#12655b";
  static final String FAIL = "#d4524c";
  static final String FAIL_TEXT = "#b3262b";
  static final String HUMAN = "#5b4b8a";
  static final String HATCH = "#7d8791";

  private Ink() {}

  static String path(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  static String box(double x, double y, double width, double height) {
    return path("M%.1f %.1fh%.1fv%.1fh%.1fz", x, y, width, height, -width);
  }
}
