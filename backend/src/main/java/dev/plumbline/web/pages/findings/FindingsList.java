package dev.plumbline.web.pages.findings;

import dev.plumbline.check.Severity;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.FindingPage;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Cursors;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.FindingQueries;
import dev.plumbline.web.query.Query;
import dev.plumbline.web.query.Term;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of a list of findings. */
@Component
class FindingsList {

  private static final int PAGE = 100;

  private final FindingQueries queries;
  private final Findings findings;
  private final FindingGroups groups;
  private final Scans scans;
  private final Cursors cursors;
  private final Clock clock;

  FindingsList(
      FindingQueries queries,
      Findings findings,
      FindingGroups groups,
      Scans scans,
      Cursors cursors,
      Clock clock) {
    this.queries = queries;
    this.findings = findings;
    this.groups = groups;
    this.scans = scans;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** What the address asks for. */
  record Asked(Query query, Grouping group, String cursor, AsOf asOf, Access access) {

    String href(Query other) {
      return href(other, "");
    }

    String href(Query other, String at) {
      String text = other.text();
      String base = text.isEmpty() ? "/findings" : "/findings?q=" + Urls.encode(text);
      String grouped = group == Grouping.CONTROL ? base : add(base, "group=" + group.words());
      return asOf.keep(at.isEmpty() ? grouped : add(grouped, "cursor=" + at));
    }

    private static String add(String href, String parameter) {
      return href + (href.contains("?") ? "&" : "?") + parameter;
    }

    String list() {
      return query.text() + "\n" + asOf.value();
    }
  }

  FindingsView view(Asked asked) {
    var understood = queries.understand(asked.query(), asked.asOf().instant());
    Fleet fleet = scans.fleet(asked.asOf().instant());
    var position = cursors.read(FindingPage.Position.class, asked.cursor(), asked.list());
    FindingPage page = findings.page(understood.filter(), position, PAGE);
    Map<Severity, Long> counts = findings.bySeverity(understood.filter());
    boolean scanned = !fleet.scans().isEmpty();
    return new FindingsView(
        lede(page.total(), counts, excepted(understood.filter())),
        asked.query().text(),
        asked.group().words(),
        asked.asOf().instant().isEmpty() ? null : asked.asOf().value(),
        chips(asked),
        asked.query().terms().isEmpty() ? null : asked.href(new Query(List.of())),
        understood.problems(),
        tabs(asked),
        scanned ? Severities.of(counts) : null,
        empty(asked, fleet, page),
        groups.of(asked, page.findings(), fleet, understood.filter()),
        pager(asked, page),
        page.total() == 0 ? null : export(asked),
        triage(asked, understood.filter(), page));
  }

  /** How many of what matches stand under an exception. */
  private long excepted(FindingFilter filter) {
    return filter.statuses().contains(FindingFilter.Status.OPEN)
        ? 0
        : findings.count(filter.ofStatus(FindingFilter.Status.EXCEPTED));
  }

  private FindingsView.@Nullable Triage triage(
      Asked asked, FindingFilter filter, FindingPage page) {
    boolean may = asked.asOf().instant().isEmpty() && asked.access().may(Permission.TRIAGE);
    long open =
        filter.statuses().isEmpty()
            ? findings.count(filter.ofStatus(FindingFilter.Status.OPEN))
            : page.total();
    return may && page.total() > 0
        ? new FindingsView.Triage(open, ExceptionMarks.latest(clock.instant()))
        : null;
  }

  private static String lede(long total, Map<Severity, Long> counts, long excepted) {
    long grave =
        counts.getOrDefault(Severity.CRITICAL, 0L) + counts.getOrDefault(Severity.HIGH, 0L);
    return Format.counted(total, "finding", "findings")
        + (grave == 0 ? "." : ", " + Format.count(grave) + " of them critical or high.")
        + (excepted == 0
            ? ""
            : " " + Format.count(excepted) + " under an exception; they go on failing.");
  }

  private static List<FindingsView.Chip> chips(Asked asked) {
    return asked.query().terms().stream()
        .map(term ->
            new FindingsView.Chip(
                term.key().isEmpty() ? "" : term.key() + ":",
                String.join(",", term.values()),
                asked.href(asked.query().without(term))))
        .toList();
  }

  private static List<Tab> tabs(Asked asked) {
    return List.of(
        tab(asked, "All", ""),
        tab(asked, "Critical and high", "severity:critical,high"),
        tab(asked, "New this week", "new:7d"),
        tab(asked, "Excepted", "status:excepted"));
  }

  private static Tab tab(Asked asked, String words, String text) {
    var query = Query.parse(text);
    return new Tab(words, null, asked.href(query), asked.query().text().equals(query.text()));
  }

  private static @Nullable Empty empty(Asked asked, Fleet fleet, FindingPage page) {
    if (page.total() > 0) {
      return null;
    }
    if (fleet.scans().isEmpty()) {
      return new Empty(
          Empty.State.NEVER_SCANNED,
          null,
          "Nothing was scanned",
          asked.asOf().instant().isEmpty()
              ? "Connect a cluster, or upload a dump of one."
              : "No scan is that old.",
          new Link("Connect a cluster", "/connect"),
          null);
    }
    return asked.query().terms().isEmpty()
        ? new Empty(
            Empty.State.CLEAN,
            null,
            "Nothing fails",
            "Every check that could be judged is in order.",
            new Link("See what was not judged", "/score"),
            null)
        : new Empty(
            Empty.State.FILTERED,
            null,
            "Nothing matches this filter",
            "There may be findings that it hides.",
            new Link("Clear the filter", asked.href(new Query(List.of()))),
            null);
  }

  private Pager pager(Asked asked, FindingPage page) {
    return new Pager(
        "%s of %s"
            .formatted(
                Format.count(page.findings().size()),
                Format.counted(page.total(), "finding", "findings")),
        asked.cursor().isEmpty() ? null : asked.href(asked.query()),
        page.next()
            .map(next -> asked.href(asked.query(), cursors.write(next, asked.list())))
            .orElse(null));
  }

  private static String export(Asked asked) {
    String text = asked.query().text();
    return asked
        .asOf()
        .keep(text.isEmpty() ? "/findings.csv" : "/findings.csv?q=" + Urls.encode(text));
  }

  /** A filter for one check. */
  static Query onlyCheck(Query query, String check) {
    return query.with(new Term("check", List.of(check)));
  }
}
