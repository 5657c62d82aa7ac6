package dev.plumbline.web.pages.overview;

import dev.plumbline.finding.ScoreBridge;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.ScoreBridges;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.charts.Trend;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.ScoreStory;
import dev.plumbline.web.pages.Stat;
import dev.plumbline.web.pages.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the score came to where it is. */
@Component
class Movement {

  private static final int DAYS = 90;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Scans scans;
  private final ScoreBridges bridges;
  private final ScoreStory story;

  Movement(Scans scans, ScoreBridges bridges, ScoreStory story) {
    this.scans = scans;
    this.bridges = bridges;
    this.story = story;
  }

  /** Where things stood a week ago, or at the first scan if that is younger. */
  Optional<Before> before(Fleet fleet, Instant now) {
    var history = scans.between(now.minus(WEEK.multipliedBy(13)), now);
    if (history.size() <= fleet.scans().size()) {
      return Optional.empty();
    }
    Instant first = history.getFirst().takenAt().orElse(now);
    Instant since = first.isAfter(now.minus(WEEK)) ? first : now.minus(WEEK);
    Fleet then = scans.fleet(Optional.of(since));
    return Optional.of(
        new Before(
            since,
            day(since),
            then.score().map(score -> score.rounded(4).doubleValue()),
            then,
            bridges.ofFleet(then, fleet)));
  }

  /**
   * An earlier state.
   *
   * @param words such as {@code 7 Jul}
   * @param bridge what has moved the score since, empty without a score on either side
   */
  record Before(
      Instant at,
      String words,
      Optional<Double> score,
      Fleet fleet,
      Optional<ScoreBridge> bridge) {}

  /** Why the score moved, empty when there is no earlier one. */
  Optional<List<Words>> cause(Before before) {
    return before.bridge().map(bridge -> story.sentence(bridge, before.words()));
  }

  OverviewView.Changes changes(Fleet fleet, Before before, Instant now) {
    var since = scans.between(before.at(), now);
    long opened = since.stream().mapToLong(scan -> scan.change().opened()).sum();
    long fixed = since.stream().mapToLong(scan -> scan.change().fixed()).sum();
    long reopened = since.stream().mapToLong(scan -> scan.change().reopened()).sum();
    return new OverviewView.Changes(
        before.words(),
        List.of(
            new Stat("New", opened, "first seen", "/findings?q=new:7d"),
            new Stat("Fixed", fixed, "fixed or gone", null),
            new Stat("Reopened", reopened, "failing again", null)),
        moved(fleet, before.fleet()),
        before
            .bridge()
            .map(
                bridge -> story.chart(bridge, before.words(), day(now), ScoreStory.Crowd.of(since)))
            .orElse(null),
        "/compare?aAt=" + before.at() + "&bAt=" + now);
  }

  private static String day(Instant instant) {
    return Format.shortDay(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }

  /** Clusters whose score moved, the largest move first. */
  private static List<OverviewView.Moved> moved(Fleet fleet, Fleet then) {
    Map<UUID, Double> earlier = new HashMap<>();
    then.scans()
        .forEach(
            scan -> Overview.score(scan).ifPresent(score -> earlier.put(scan.cluster(), score)));
    return fleet.clusters().stream()
        .flatMap(standing ->
            standing.scan().flatMap(Overview::score).stream()
                .filter(score -> earlier.containsKey(standing.cluster().id()))
                .map(score ->
                    new OverviewView.Moved(
                        standing.cluster().name(),
                        "",
                        score - earlier.getOrDefault(standing.cluster().id(), score))))
        .filter(moved -> Math.abs(moved.points()) >= 0.05)
        .sorted(Comparator.comparingDouble(moved -> -Math.abs(moved.points())))
        .limit(6)
        .toList();
  }

  /** The fleet's score at the end of each day on which a scan held; null before the second day. */
  OverviewView.@Nullable History trend(Fleet fleet, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var history = scans.between(now.minus(Duration.ofDays(DAYS)), now);
    Optional<LocalDate> first = history.stream().findFirst().flatMap(Movement::taken);
    if (first.isEmpty() || first.get().equals(today)) {
      return null;
    }
    Map<UUID, Scan> holding = new HashMap<>();
    List<Trend.Day> days = new ArrayList<>();
    int next = 0;
    for (LocalDate day = first.get(); !day.isAfter(today); day = day.plusDays(1)) {
      while (next < history.size() && !after(history.get(next), day)) {
        holding.put(history.get(next).cluster(), history.get(next));
        next++;
      }
      days.add(day(day, fresh(fleet, holding, day, now)));
    }
    return new OverviewView.History(
        Format.counted(days.size(), "day", "days"), new Trend(days, List.of()));
  }

  private static boolean after(Scan scan, LocalDate day) {
    return taken(scan).map(taken -> taken.isAfter(day)).orElse(true);
  }

  private static Optional<LocalDate> taken(Scan scan) {
    return scan.takenAt().map(taken -> LocalDate.ofInstant(taken, ZoneOffset.UTC));
  }

  /** The scans that could still be trusted at the end of a day: a day without any is a gap. */
  private static List<Scan> fresh(
      Fleet fleet, Map<UUID, Scan> holding, LocalDate day, Instant now) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant moment = end.isAfter(now) ? now : end;
    return fleet.clusters().stream()
        .map(Standing::cluster)
        .map(one -> Standing.of(one, Optional.ofNullable(holding.get(one.id())), moment))
        .filter(one -> one.age() == Standing.Age.FRESH)
        .flatMap(one -> one.scan().stream())
        .toList();
  }

  private static Trend.Day day(LocalDate day, List<Scan> holding) {
    var scores = holding.stream().flatMap(scan -> Overview.score(scan).stream()).toList();
    var possible =
        holding.stream()
            .flatMap(scan -> scan.result().stream())
            .mapToDouble(result -> result.potential().doubleValue())
            .average();
    return scores.isEmpty()
        ? new Trend.Day(day, null, null)
        : new Trend.Day(
            day,
            scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
            possible.orElseThrow());
  }
}
