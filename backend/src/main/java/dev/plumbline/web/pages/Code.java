package dev.plumbline.web.pages;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A listing with line numbers.
 *
 * @param note right of the caption, such as a digest; empty for none
 */
public record Code(String caption, String note, List<Line> lines) {

  /** How a line is marked. */
  public enum Kind {
    PLAIN(""),
    BAD("bad"),
    OUT("del"),
    IN("add");

    private final String css;

    Kind(String css) {
      this.css = css;
    }
  }

  /**
   * One line.
   *
   * @param number as printed, empty for none
   */
  public record Line(String number, Kind kind, String text) {

    public String css() {
      return kind.css;
    }

    /** Plus or minus of a patch, empty otherwise. */
    public String sign() {
      return kind == Kind.IN ? "+" : kind == Kind.OUT ? "\u2212" : "";
    }
  }

  /** A whole text, numbered from 1. */
  public static Code of(String caption, String note, String text) {
    var lines = text.stripTrailing().split("\n", -1);
    return new Code(
        caption,
        note,
        IntStream.range(0, lines.length)
            .mapToObj(i -> new Line("" + (i + 1), Kind.PLAIN, lines[i]))
            .toList());
  }

  /** Whether it shows a change, so that signs get a column. */
  public boolean patch() {
    return lines.stream().anyMatch(line -> !line.sign().isEmpty());
  }
}
