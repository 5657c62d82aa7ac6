package dev.plumbline.web.charts;

import dev.plumbline.web.charts.Svg.Point;
import dev.plumbline.web.charts.Trend.Day;
import dev.plumbline.web.charts.Trend.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A trend drawn at one size. */
public final class Plot {

  private static final double LEFT = 30;
  private static final double TOP = 14;
  private static final double RIGHT_MARGIN = 46;
  private static final double BOTTOM_MARGIN = 30;

  private final Trend trend;
  private final int width;
  private final int height;
  private final int low;
  private final int high;

  Plot(Trend trend, int width, int height) {
    this.trend = trend;
    this.width = width;
    this.height = height;
    double min = values().min().orElse(0);
    double max = values().max().orElse(100);
    this.low = (int) Math.max(0, Math.floor((min - 1) / 10) * 10);
    this.high = (int) Math.min(100, Math.max(low + 20, Math.ceil((max + 1) / 10) * 10));
  }

  /** A line of the grid, or a mark of the axis, with its text. */
  public record Line(String at, String text, String textAt, String anchor) {}

  /** Days nobody looked. */
  public record Gap(String from, String to, String middle, boolean named) {}

  /** A remark on the line. */
  public record Remark(
      String x, String from, String to, String textY, String anchor, String words) {}

  /** The last point. */
  public record End(String x, String y, String textX, String textY, String words) {}

  public String box() {
    return "0 0 " + width + " " + height;
  }

  public String left() {
    return Svg.number(LEFT);
  }

  public String right() {
    return Svg.number(width - RIGHT_MARGIN);
  }

  public String top() {
    return Svg.number(TOP);
  }

  public String bottom() {
    return Svg.number(height - BOTTOM_MARGIN);
  }

  public List<Line> grid() {
    int step = high - low > 50 ? 20 : 10;
    return IntStream.iterate(low, v -> v <= high, v -> v + step)
        .mapToObj(v -> new Line(Svg.number(y(v)), "" + v, Svg.number(y(v) + 4), "end"))
        .toList();
  }

  public List<Line> dates() {
    int last = trend.days().size() - 1;
    return Stream.of(0, last / 3, 2 * last / 3, last).distinct().map(this::date).toList();
  }

  private Line date(int index) {
    var anchor = index == trend.days().size() - 1 ? "end" : index == 0 ? "start" : "middle";
    var x = Svg.number(x(index));
    return new Line(x, Trend.DATE.format(trend.days().get(index).day()), x, anchor);
  }

  /** One polygon for each run of scored days: from the score up to what was possible. */
  public List<String> bands() {
    return seen().stream().filter(run -> run.last() > run.first()).map(this::band).toList();
  }

  private String band(Run run) {
    var up = new ArrayList<Point>();
    var down = new ArrayList<Point>();
    for (int i = run.first(); i <= run.last(); i++) {
      up.add(new Point(x(i), y(possible(i))));
      down.add(new Point(x(i), y(score(i))));
    }
    Collections.reverse(down);
    up.addAll(down);
    return Svg.points(up);
  }

  /** One polyline for each run of at least two scored days. */
  public List<String> lines() {
    return seen().stream().filter(run -> run.last() > run.first()).map(this::line).toList();
  }

  private String line(Run run) {
    return Svg.points(
        IntStream.rangeClosed(run.first(), run.last())
            .mapToObj(i -> new Point(x(i), y(score(i))))
            .toList());
  }

  /** Single scored days, which no line shows. */
  public List<End> dots() {
    return seen().stream()
        .filter(run -> run.last() == run.first())
        .map(r -> end(r.last()))
        .toList();
  }

  public List<Gap> gaps() {
    return trend.runs().stream().filter(run -> !run.seen()).map(this::gap).toList();
  }

  private Gap gap(Run run) {
    double from = x(Math.max(0, run.first() - 1));
    double to = x(Math.min(trend.days().size() - 1, run.last() + 1));
    return new Gap(Svg.number(from), Svg.number(to), Svg.number((from + to) / 2), to - from > 8);
  }

  public List<Remark> remarks() {
    return trend.notes().stream().map(this::remark).filter(Objects::nonNull).toList();
  }

  private @Nullable Remark remark(Trend.Note note) {
    int index = trend.days().stream().map(Day::day).toList().indexOf(note.day());
    if (index < 0 || trend.days().get(index).score() == null) {
      return null;
    }
    double from = y(score(index)) + 8;
    double to = Math.min(from + 50, height - BOTTOM_MARGIN - 18);
    var anchor = x(index) > width / 2.0 ? "end" : "start";
    return new Remark(
        Svg.number(x(index)),
        Svg.number(from),
        Svg.number(to),
        Svg.number(to + 14),
        anchor,
        note.words());
  }

  public End end() {
    return end(seen().getLast().last());
  }

  private End end(int index) {
    double x = x(index);
    double y = y(score(index));
    return new End(
        Svg.number(x),
        Svg.number(y),
        Svg.number(x + 9),
        Svg.number(y + 4),
        Svg.number(Math.floor(score(index) * 10) / 10));
  }

  private List<Run> seen() {
    return trend.runs().stream().filter(Run::seen).toList();
  }

  private DoubleStream values() {
    return trend.days().stream()
        .flatMap(day -> Stream.of(day.score(), day.possible()))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue);
  }

  private double score(int index) {
    return Objects.requireNonNull(trend.days().get(index).score());
  }

  private double possible(int index) {
    var possible = trend.days().get(index).possible();
    return possible == null ? score(index) : possible;
  }

  private double x(int index) {
    int last = trend.days().size() - 1;
    double right = width - RIGHT_MARGIN;
    return last == 0 ? right : LEFT + (right - LEFT) * index / last;
  }

  private double y(double value) {
    double bottom = height - BOTTOM_MARGIN;
    return bottom - (bottom - TOP) * (value - low) / (high - low);
  }
}
