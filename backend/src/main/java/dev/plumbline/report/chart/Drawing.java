package dev.plumbline.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture: paths and words in a box of pixels, with the sentence that says the same.
 *
 * @param alt what a reader who does not see it is told
 */
public record Drawing(int width, int height, String alt, List<Shape> shapes, List<Word> words) {

  public Drawing {
    shapes = List.copyOf(shapes);
    words = List.copyOf(words);
  }

  /**
   * One path.
   *
   * @param path SVG path data
   * @param fill colour or {@code none}
   * @param stroke colour or {@code none}
   * @param width of the stroke in pixels
   * @param dash SVG dash pattern, null for a whole line
   */
  public record Shape(
      String path, String fill, String stroke, double width, @Nullable String dash) {

    static Shape filled(String path, String fill) {
      return new Shape(path, fill, "none", 0, null);
    }

    static Shape line(String path, String stroke, double width) {
      return new Shape(path, "none", stroke, width, null);
    }

    static Shape dashed(String path, String stroke, double width, String dash) {
      return new Shape(path, "none", stroke, width, dash);
    }
  }

  /**
   * One line of text.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public record Word(double x, double y, String anchor, String text, String fill) {}
}
