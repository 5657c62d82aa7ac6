package dev.plumbline.report.chart;

import java.util.List;

/** The small signs beside a status word: round is what a machine saw, square what a person said. */
public enum Mark {
  PASS("Pass", Ink.PASS_TEXT),
  FAIL("Fail", Ink.FAIL_TEXT),
  EXCEPTED("Exception", Ink.FAIL_TEXT),
  UNKNOWN("Unknown", Ink.FAINT),
  NONE("Not applicable", Ink.FAINT),
  OPEN("Open", Ink.HUMAN),
  ATTESTED("Attested", Ink.HUMAN),
  EXPIRED("Expired", Ink.HUMAN),
  NOTE("Note", Ink.ACCENT);

  private static final String RING = "M8 1.6a6.4 6.4 0 1 1 0 12.8a6.4 6.4 0 1 1 0 -12.8z";
  private static final String SQUARE = "M2.2 2.2h11.6v11.6h-11.6z";

  private final String word;
  private final String colour;

  Mark(String word, String colour) {
    this.word = word;
    this.colour = colour;
  }

  /** The sign in a box of 16 pixels. */
  public Drawing drawing() {
    return new Drawing(16, 16, word, shapes(), List.of());
  }

  private List<Drawing.Shape> shapes() {
    return switch (this) {
      case PASS -> List.of(line(RING, 1.5), line("M4.9 8.3l2.2 2.2l4 -4.6", 1.7));
      case FAIL -> List.of(filled(RING), white("M5 5l6 6M11 5l-6 6", 1.7));
      case EXCEPTED -> List.of(line(RING, 1.5), line("M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2", 1.5));
      case UNKNOWN ->
          List.of(line(RING, 1.5), line("M3.4 8.6L8.6 3.4M4.4 11.6l7.2-7.2M7.4 12.6l5.2-5.2", 1.3));
      case NONE -> List.of(line("M3 8h10", 1.8));
      case OPEN -> List.of(line(SQUARE, 1.5));
      case ATTESTED ->
          List.of(
              filled("M1.4 1.4h13.2v13.2h-13.2z"),
              white("M4.4 7.1l2.4 2.4l4.6 -5", 1.7),
              white("M4.2 12.2h7.6", 1.2));
      case EXPIRED ->
          List.of(
              Drawing.Shape.dashed(SQUARE, colour, 1.5, "2.4 1.6"), line("M8 4.8V8l2.3 1.8", 1.5));
      case NOTE -> List.of(line(RING, 1.5), line("M8 7.2v4M8 4.6v1.4", 1.6));
    };
  }

  private Drawing.Shape line(String path, double width) {
    return Drawing.Shape.line(path, colour, width);
  }

  private Drawing.Shape filled(String path) {
    return Drawing.Shape.filled(path, colour);
  }

  private static Drawing.Shape white(String path, double width) {
    return Drawing.Shape.line(path, Ink.SHEET, width);
  }
}
