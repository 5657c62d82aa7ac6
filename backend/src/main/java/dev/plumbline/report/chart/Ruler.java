package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.List;

/** The bar of a framework: pass, fail, unknown, then people, in this order always. */
public final class Ruler {

  private static final double GAP = 2;

  private Ruler() {}

  /**
   * How many controls stand where.
   *
   * @param open to be answered by people, expired answers included
   */
  public record Parts(int pass, int fail, int unknown, int attested, int open) {

    int sum() {
      return pass + fail + unknown + attested + open;
    }

    String sentence() {
      return "%d supported by evidence, %d failing, %d unknown, %d attested, %d open or expired"
          .formatted(pass, fail, unknown, attested, open);
    }
  }

  /** Draws the bar; an empty one is an empty box, never a full one. */
  public static Drawing of(Parts parts, int width, int height) {
    var shapes = new ArrayList<Drawing.Shape>();
    if (parts.sum() == 0) {
      shapes.add(Drawing.Shape.line(Ink.box(0.5, 0.5, width - 1, height - 1), Ink.LINE, 1));
      return new Drawing(width, height, "Nothing was assessed", shapes, List.of());
    }
    double unit = (double) width / parts.sum();
    double x = 0;
    x = solid(shapes, x, parts.pass() * unit, height, Ink.PASS);
    x = solid(shapes, x, parts.fail() * unit, height, Ink.FAIL);
    x = hatched(shapes, x, parts.unknown() * unit, height);
    x = solid(shapes, x, parts.attested() * unit, height, Ink.HUMAN);
    dotted(shapes, x, parts.open() * unit, height);
    return new Drawing(width, height, parts.sentence(), shapes, List.of());
  }

  private static double solid(
      List<Drawing.Shape> shapes, double x, double width, int height, String fill) {
    if (width > 0) {
      shapes.add(Drawing.Shape.filled(Ink.box(x, 0, inner(width), height), fill));
    }
    return x + width;
  }

  private static double hatched(List<Drawing.Shape> shapes, double x, double width, int height) {
    if (width > 0) {
      shapes.add(Drawing.Shape.filled(Ink.box(x, 0, inner(width), height), Ink.WELL));
      shapes.add(Drawing.Shape.line(Hatch.lines(x, 0, inner(width), height), Ink.HATCH, 1.6));
    }
    return x + width;
  }

  private static void dotted(List<Drawing.Shape> shapes, double x, double width, int height) {
    if (width > 0) {
      shapes.add(Drawing.Shape.filled(Ink.box(x, 0, width, height), Ink.WELL));
      shapes.add(Drawing.Shape.filled(Hatch.dots(x, 0, width, height), Ink.HUMAN));
    }
  }

  private static double inner(double width) {
    return Math.max(width - GAP, width / 2);
  }
}
