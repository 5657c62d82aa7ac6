package dev.plumbline.web.pages.exceptions;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.finding.WaiverPage;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Cursors;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of the list of exceptions. */
@Component
class ExceptionsList {

  private static final int PAGE = 100;

  private final WaiverBook book;
  private final Findings findings;
  private final Clusters clusters;
  private final Catalogue catalogue;
  private final Cursors cursors;
  private final Clock clock;

  ExceptionsList(
      WaiverBook book,
      Findings findings,
      Clusters clusters,
      Catalogue catalogue,
      Cursors cursors,
      Clock clock) {
    this.book = book;
    this.findings = findings;
    this.clusters = clusters;
    this.catalogue = catalogue;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** What the address asks for. */
  record Asked(Shelf shelf, String query, String cursor, AsOf asOf, Access access) {

    String href(Shelf other) {
      return asOf.keep(
          Stream.of(
                  other == Shelf.WAITING ? "" : "state=" + other.key(),
                  query.isEmpty() ? "" : "q=" + Urls.encode(query))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("&", "/exceptions?", ""))
              .replaceAll("\\?$", ""));
    }

    String list() {
      return "exceptions " + shelf.key() + "\n" + query + "\n" + asOf.value();
    }
  }

  ExceptionsView view(Asked asked) {
    Instant now = asked.asOf().instant().orElseGet(clock::instant);
    var all = WaiverFilter.at(now).naming(asked.query().strip());
    var position = cursors.read(WaiverPage.Position.class, asked.cursor(), asked.list());
    var page = book.page(asked.shelf().narrow(all), position, PAGE);
    boolean present = asked.asOf().instant().isEmpty();
    boolean rows = present && !page.waivers().isEmpty();
    return new ExceptionsView(
        lede(now),
        Stream.of(Shelf.values()).map(shelf -> tab(shelf, asked, all)).toList(),
        asked.shelf() == Shelf.WAITING ? "" : asked.shelf().key(),
        asked.query(),
        present ? null : asked.asOf().value(),
        page.total() > 0 ? null : empty(asked),
        rows(page.waivers(), now, asked),
        pager(asked, page),
        rows && asked.shelf() == Shelf.WAITING && asked.access().may(Permission.APPROVE_EXCEPTION),
        rows && asked.shelf() != Shelf.OVER && asked.access().may(Permission.TRIAGE));
  }

  private String lede(Instant now) {
    var all = WaiverFilter.at(now);
    long active = book.count(Shelf.ACTIVE.narrow(all));
    long soon = book.count(Shelf.SOON.narrow(all));
    return Format.counted(active, "exception", "exceptions")
        + " in force"
        + (soon == 0 ? "" : ", " + Format.count(soon) + " of them for 14 days at most")
        + ". What they cover goes on failing and counts in the score.";
  }

  private Tab tab(Shelf shelf, Asked asked, WaiverFilter all) {
    return new Tab(
        shelf.words(), book.count(shelf.narrow(all)), asked.href(shelf), shelf == asked.shelf());
  }

  private static Empty empty(Asked asked) {
    if (!asked.query().isBlank()) {
      return new Empty(
          Empty.State.FILTERED,
          null,
          "Nothing here names these words",
          "They are looked for in checks, objects, reasons and in who asked.",
          new Link(
              "Clear the filter",
              new Asked(asked.shelf(), "", "", asked.asOf(), asked.access()).href(asked.shelf())),
          null);
    }
    return new Empty(
        Empty.State.CLEAN,
        null,
        switch (asked.shelf()) {
          case WAITING -> "Nothing waits for approval";
          case SOON -> "Nothing ends within 14 days";
          case ACTIVE -> "No exception is in force";
          case OVER -> "No exception is over";
        },
        "An exception is asked for on the page of a finding, or for many in the list of findings.",
        new Link("Findings", asked.asOf().keep("/findings")),
        null);
  }

  private List<ExceptionsView.Row> rows(List<Waiver> waivers, Instant now, Asked asked) {
    Map<UUID, Cluster> known =
        clusters.list().stream().collect(Collectors.toMap(Cluster::id, Function.identity()));
    boolean present = asked.asOf().instant().isEmpty();
    Set<UUID> failing =
        findings.open(waivers.stream().map(Waiver::finding).toList()).stream()
            .map(Finding::id)
            .collect(Collectors.toSet());
    return waivers.stream()
        .map(one -> {
          var cluster = known.get(one.cluster());
          boolean mended = present && !one.stateAt(now).over() && !failing.contains(one.finding());
          return row(one, cluster, mended, now, asked);
        })
        .toList();
  }

  private ExceptionsView.Row row(
      Waiver one, @Nullable Cluster cluster, boolean mended, Instant now, Asked asked) {
    var state = one.stateAt(now);
    String namespace = one.subject().namespace();
    return new ExceptionsView.Row(
        one.id().toString(),
        ExceptionMarks.of(state),
        catalogue.find(one.check()).map(Check::title).orElse(one.check()),
        asked.asOf().keep("/findings/" + one.finding()),
        one.subject().kind().name(),
        one.subject().name(),
        (cluster == null ? "" : cluster.name()) + (namespace.isEmpty() ? "" : " / " + namespace),
        mended ? "Nothing fails here now: it can be withdrawn." : "",
        one.reason(),
        one.compensation(),
        one.requestedBy() + ", " + day(one.requestedAt()),
        decided(one, state, now, asked.access()),
        ExceptionMarks.lastDay(one),
        state.over() ? "" : Format.age(Duration.between(now, one.expiresAt())),
        !state.over() && one.expiresAt().isBefore(Shelf.soon(now)));
  }

  private static String decided(Waiver one, Waiver.State state, Instant now, Access access) {
    String said =
        one.decision()
            .filter(decision -> !decision.at().isAfter(now))
            .map(ExceptionsList::said)
            .orElse("");
    if (state == Waiver.State.WITHDRAWN) {
      return said
          + one.withdrawal()
              .map(back ->
                  (said.isEmpty() ? "" : " ")
                      + "Withdrawn by "
                      + back.by()
                      + ", "
                      + day(back.at())
                      + ".")
              .orElse("");
    }
    boolean own = access.person().filter(each -> each.id().equals(one.requester())).isPresent();
    return !said.isEmpty() ? said : own ? "You asked: somebody else decides." : "Not decided.";
  }

  private static String said(Waiver.Decision decision) {
    return (decision.approved() ? "Approved by " : "Refused by ")
        + decision.by()
        + ", "
        + day(decision.at())
        + "."
        + (decision.note().isEmpty() ? "" : " " + decision.note());
  }

  private static String day(Instant at) {
    return Format.day(at.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private Pager pager(Asked asked, WaiverPage page) {
    String here = asked.href(asked.shelf());
    return new Pager(
        "%s of %s"
            .formatted(
                Format.count(page.waivers().size()),
                Format.counted(page.total(), "exception", "exceptions")),
        asked.cursor().isEmpty() ? null : here,
        page.next()
            .map(next ->
                here
                    + (here.contains("?") ? "&" : "?")
                    + "cursor="
                    + cursors.write(next, asked.list()))
            .orElse(null));
  }
}
