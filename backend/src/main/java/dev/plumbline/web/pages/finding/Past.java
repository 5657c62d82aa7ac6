package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.ClosedWhy;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Waiver;
import dev.plumbline.scan.Scans;
import dev.plumbline.web.charts.History;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a finding came, went and came back. */
@Component
class Past {

  private final Scans scans;

  Past(Scans scans) {
    this.scans = scans;
  }

  /** Null before the second scan. */
  @Nullable History history(
      Finding finding, List<Finding> periods, List<Waiver> waivers, Instant now) {
    var looks =
        scans.ofCluster(finding.cluster(), 500).stream()
            .flatMap(scan -> scan.takenAt().stream())
            .filter(look -> !look.isAfter(now))
            .sorted()
            .toList();
    if (looks.size() < 2) {
      return null;
    }
    List<History.Span> spans = new ArrayList<>();
    Instant from = looks.getFirst();
    Instant reached = from;
    for (Finding period : periods) {
      if (period.from().isAfter(reached)) {
        spans.add(new History.Span(reached, period.from(), between(spans, periods, reached)));
      }
      reached = period.until().filter(until -> until.isBefore(now)).orElse(now);
      spans.add(new History.Span(period.from(), reached, History.State.FAIL));
    }
    if (reached.isBefore(now)) {
      spans.add(new History.Span(reached, now, after(periods.getLast())));
    }
    return new History(from, now, ZoneOffset.UTC, Excepted.within(spans, waivers), List.of());
  }

  private static History.State between(
      List<History.Span> spans, List<Finding> periods, Instant from) {
    if (spans.isEmpty()) {
      return History.State.GONE;
    }
    return periods.stream()
        .filter(period -> period.until().filter(from::equals).isPresent())
        .findFirst()
        .map(Past::after)
        .orElse(History.State.PASS);
  }

  private static History.State after(Finding period) {
    return period.closedWhy().filter(why -> why == ClosedWhy.GONE).isPresent()
        ? History.State.GONE
        : History.State.PASS;
  }

  List<FindingView.Event> events(List<Finding> periods, List<Waiver> waivers, Instant now) {
    List<Dated> events = new ArrayList<>();
    for (Finding period : periods) {
      events.add(new Dated(period.from(), begin(period)));
      period
          .until()
          .filter(until -> period.closedWhy().filter(why -> why == ClosedWhy.CHANGED).isEmpty())
          .ifPresent(
              until -> events.add(new Dated(until, event(Mark.pass(words(period)), "", until))));
    }
    waivers.forEach(one -> Excepted.events(one, now, events::add));
    return events.stream()
        .sorted(Comparator.comparing(Dated::at).reversed())
        .map(Dated::event)
        .toList();
  }

  /** Something that happened, and when. */
  record Dated(Instant at, FindingView.Event event) {}

  static FindingView.Event event(Mark mark, String words, Instant at) {
    return new FindingView.Event(mark, words, Format.moment(at, ZoneOffset.UTC));
  }

  private static FindingView.Event begin(Finding period) {
    boolean goesOn = period.from().isAfter(period.openedAt());
    String words = goesOn ? "Fails in another way" : period.reopened() ? "Reopened" : "First seen";
    return new FindingView.Event(
        Mark.fail("Open"), words, Format.moment(period.from(), ZoneOffset.UTC));
  }

  /** Why a period ended, in words. */
  static String words(Finding period) {
    return switch (period.closedWhy().orElse(ClosedWhy.FIXED)) {
      case FIXED -> "Fixed";
      case GONE -> "Object gone";
      case NOT_APPLICABLE -> "No longer concerned";
      case RETIRED -> "Check retired";
      case CHANGED -> "Fails in another way";
    };
  }
}
