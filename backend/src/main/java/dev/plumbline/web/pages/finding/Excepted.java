package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.Waiver;
import dev.plumbline.web.charts.History;
import dev.plumbline.web.charts.History.Span;
import dev.plumbline.web.pages.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Exceptions in the history of a finding: what they cover of its failures, and their events. */
final class Excepted {

  private Excepted() {}

  /** The same spans, with failures cut where an exception was in force. */
  static List<Span> within(List<Span> spans, List<Waiver> waivers) {
    var cut = spans;
    for (Waiver waiver : waivers) {
      if (waiver.decision().filter(Waiver.Decision::approved).isPresent()) {
        cut = cut.stream().flatMap(span -> cut(span, waiver).stream()).toList();
      }
    }
    return cut;
  }

  private static List<Span> cut(Span span, Waiver waiver) {
    Instant begin = later(span.from(), waiver.decision().orElseThrow().at());
    Instant end = earlier(span.to(), over(waiver));
    if (span.state() != History.State.FAIL || !begin.isBefore(end)) {
      return List.of(span);
    }
    List<Span> parts = new ArrayList<>();
    if (span.from().isBefore(begin)) {
      parts.add(new Span(span.from(), begin, History.State.FAIL));
    }
    parts.add(new Span(begin, end, History.State.EXCEPTED));
    if (end.isBefore(span.to())) {
      parts.add(new Span(end, span.to(), History.State.FAIL));
    }
    return parts;
  }

  private static Instant over(Waiver waiver) {
    return waiver
        .withdrawal()
        .map(one -> earlier(one.at(), waiver.expiresAt()))
        .orElse(waiver.expiresAt());
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** What had happened to an exception by an instant. */
  static void events(Waiver waiver, Instant now, Consumer<Past.Dated> events) {
    add(Mark.Kind.OPEN, "Exception asked for", waiver.requestedBy(), waiver.requestedAt(), events);
    waiver
        .decision()
        .filter(said -> !said.at().isAfter(now))
        .ifPresent(said ->
            add(
                said.approved() ? Mark.Kind.EXCEPTED : Mark.Kind.NOT_APPLICABLE,
                said.approved() ? "Exception approved" : "Exception refused",
                said.by() + (said.note().isEmpty() ? "" : ": " + said.note()),
                said.at(),
                events));
    switch (waiver.stateAt(now)) {
      case WITHDRAWN ->
          waiver
              .withdrawal()
              .ifPresent(one ->
                  add(Mark.Kind.NOT_APPLICABLE, "Exception withdrawn", one.by(), one.at(), events));
      case EXPIRED -> add(Mark.Kind.EXPIRED, "Exception ran out", "", waiver.expiresAt(), events);
      case REQUESTED, APPROVED, REFUSED -> {}
    }
  }

  private static void add(
      Mark.Kind kind, String what, String who, Instant at, Consumer<Past.Dated> events) {
    String by = who.isEmpty() ? "" : "by " + who;
    events.accept(new Past.Dated(at, Past.event(new Mark(kind, what), by, at)));
  }
}
