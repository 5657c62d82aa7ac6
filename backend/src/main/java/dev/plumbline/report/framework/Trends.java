package dev.plumbline.report.framework;

import dev.plumbline.report.chart.Drawing;
import dev.plumbline.report.chart.Trend;
import dev.plumbline.report.framework.FrameworkReportView.Day;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The two lines of the trend: score, and findings open. */
final class Trends {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final int WIDTH = 642;
  private static final int HEIGHT = 150;

  private Trends() {}

  static @Nullable Drawing score(FrameworkReportView view) {
    if (!view.cover().score()) {
      return null;
    }
    return draw(
        view.trend(),
        day -> day.score() == null ? null : day.score().doubleValue(),
        100.0,
        "Score");
  }

  static @Nullable Drawing open(FrameworkReportView view) {
    return draw(
        view.trend(),
        day -> day.open() == null ? null : day.open().doubleValue(),
        null,
        "Findings open");
  }

  private static @Nullable Drawing draw(
      List<Day> days, Function<Day, @Nullable Double> value, @Nullable Double top, String what) {
    var points =
        days.stream()
            .map(day -> new Trend.Point(LABEL.format(day.day()), value.apply(day)))
            .toList();
    var known = points.stream().map(Trend.Point::value).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return null;
    }
    double least = known.stream().mapToDouble(number -> number).min().orElse(0);
    double most = known.stream().mapToDouble(number -> number).max().orElse(0);
    double low = top == null ? 0 : Math.floor(least / 20) * 20;
    double high = top == null ? Math.max(Math.ceil(most / 10) * 10, 10) : top;
    if (high <= low) {
      low = 0;
    }
    String alt =
        "%s from %s to %s: lowest %.1f, highest %.1f, last %.1f"
            .formatted(
                what,
                points.getFirst().label(),
                points.getLast().label(),
                least,
                most,
                known.getLast());
    return Trend.of(points, WIDTH, HEIGHT, low, high, alt);
  }
}
