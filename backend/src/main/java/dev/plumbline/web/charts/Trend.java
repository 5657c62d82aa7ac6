package dev.plumbline.web.charts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A score over time, with what the unknown could still have given, and gaps where nothing was seen.
 *
 * @param days in order, without holes: a day without a scan has no score
 */
public record Trend(List<Day> days, List<Note> notes) {

  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /**
   * One day.
   *
   * @param score 0 to 100, null when nothing was scanned
   * @param possible the score if everything unknown had passed
   */
  public record Day(LocalDate day, @Nullable Double score, @Nullable Double possible) {}

  /** Something that happened, such as a release. */
  public record Note(LocalDate day, String words) {}

  /** Days in a row that have a score, or that have none. */
  record Run(int first, int last, boolean seen) {}

  /** Whether at least one day has a score. */
  public boolean drawable() {
    return days.stream().anyMatch(d -> d.score() != null);
  }

  public Plot wide() {
    return new Plot(this, 560, 262);
  }

  public Plot narrow() {
    return new Plot(this, 350, 216);
  }

  List<Run> runs() {
    var runs = new ArrayList<Run>();
    int first = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || seen(i) != seen(first)) {
        runs.add(new Run(first, i - 1, seen(first)));
        first = i;
      }
    }
    return runs;
  }

  private boolean seen(int day) {
    return days.get(day).score() != null;
  }

  /** The chart in words. */
  public String label() {
    var scores = days.stream().map(Day::score).filter(Objects::nonNull).toList();
    if (scores.isEmpty()) {
      return "No score yet";
    }
    var text =
        new StringBuilder("Score from %s to %s: ".formatted(date(0), date(days.size() - 1)))
            .append(
                "from %s to %s."
                    .formatted(Svg.number(scores.getFirst()), Svg.number(scores.getLast())));
    runs().stream()
        .filter(run -> !run.seen())
        .forEach(run ->
            text.append(" No scan from %s to %s.".formatted(date(run.first()), date(run.last()))));
    return text.toString();
  }

  private String date(int index) {
    return DATE.format(days.get(index).day());
  }
}
