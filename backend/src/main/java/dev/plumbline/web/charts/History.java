package dev.plumbline.web.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A state over time as blocks: the interval bar, drawn at two widths. */
public record History(Instant from, Instant to, ZoneId zone, List<Span> spans, List<Note> notes) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** What it was. */
  public enum State {
    PASS("c-pass", "passed"),
    FAIL("c-fail", "failed"),
    EXCEPTED("c-exc", "excepted"),
    NOT_SEEN("c-unk", "not seen"),
    GONE("c-na", "not there");

    private final String css;
    private final String words;

    State(String css, String words) {
      this.css = css;
      this.words = words;
    }
  }

  /** From when to when it was so. */
  public record Span(Instant from, Instant to, State state) {}

  /** Words above the bar. */
  public record Note(Instant at, String words) {}

  /** A block of the bar. */
  public record Block(String x, String width, String css) {}

  /** A text above or below the bar. */
  public record Text(String x, String anchor, String words) {}

  /** The bar at one width. */
  public record Drawing(int width, List<Block> blocks, List<Text> dates, List<Text> notes) {}

  public Drawing wide() {
    return drawing(640);
  }

  public Drawing narrow() {
    return drawing(350);
  }

  private Drawing drawing(int width) {
    return new Drawing(
        width,
        spans.stream().map(span -> block(span, width)).toList(),
        Stream.of(0.0, 1 / 3.0, 2 / 3.0, 1.0).map(part -> date(part, width)).toList(),
        notes.stream().map(n -> text(x(n.at(), width), width, n.words())).toList());
  }

  private Block block(Span span, int width) {
    double x = x(span.from(), width);
    double wide = Math.max(1.5, x(span.to(), width) - x - 1.5);
    return new Block(Svg.number(x), Svg.number(wide), span.state().css);
  }

  private Text date(double part, int width) {
    var at = from.plusSeconds((long) (part * Duration.between(from, to).toSeconds()));
    return text(part * width, width, DATE.format(at.atZone(zone)));
  }

  private static Text text(double x, int width, String words) {
    var anchor = x < 30 ? "start" : x > width - 30 ? "end" : "middle";
    return new Text(Svg.number(x), anchor, words);
  }

  private double x(Instant at, int width) {
    double whole = Math.max(1, Duration.between(from, to).toSeconds());
    return width * Math.clamp(Duration.between(from, at).toSeconds() / whole, 0, 1);
  }

  /** The bar in words. */
  public String label() {
    return spans.stream()
        .map(s -> "%s from %s".formatted(s.state().words, DATE.format(s.from().atZone(zone))))
        .collect(Collectors.joining(", "));
  }
}
