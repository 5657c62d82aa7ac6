package dev.plumbline.web.pages;

import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waiver;
import dev.plumbline.finding.WaiverBook;
import dev.plumbline.finding.WaiverFilter;
import dev.plumbline.scan.Fleet;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the frame around a page from what the organisation holds. */
@Component
class ShellFiller {

  private static final Set<String> TIMELESS =
      Set.of("settings", "connect", "schedule", "auditlog", "scan", "checks", "check", "compare");

  private final Organisations organisations;
  private final Scans scans;
  private final Findings findings;
  private final WaiverBook book;
  private final FrameworkCount frameworks;
  private final Clock clock;

  ShellFiller(
      Organisations organisations,
      Scans scans,
      Findings findings,
      WaiverBook book,
      FrameworkCount frameworks,
      Clock clock) {
    this.organisations = organisations;
    this.scans = scans;
    this.findings = findings;
    this.book = book;
    this.frameworks = frameworks;
    this.clock = clock;
  }

  /**
   * The frame.
   *
   * @param page the page's folder
   */
  Shell fill(Access access, String page, HttpServletRequest request) {
    var asOf = AsOf.parse(Optional.ofNullable(request.getParameter("at")).orElse(""));
    Fleet fleet = scans.fleet(asOf.instant());
    var now = asOf.instant().orElseGet(clock::instant);
    return new Shell(
        organisations.current().name(),
        person(access),
        Rail.entry(page),
        access.may(Permission.READ_AUDIT),
        new Shell.Counts(
            findings.count(FindingFilter.ALL.at(asOf.instant())),
            frameworks.count(),
            book.count(WaiverFilter.at(now).in(Waiver.State.APPROVED)),
            (long) fleet.clusters().size()),
        List.of(),
        TIMELESS.contains(page) ? null : moment(asOf, request),
        freshness(fleet, now),
        sample(access, fleet),
        fleet.scans().stream().map(Scan::rulePack).findFirst().orElse(null),
        Format.moment(clock.instant(), ZoneOffset.UTC));
  }

  private static Shell.Person person(Access access) {
    return new Shell.Person(
        access.person().map(person -> person.name()).orElse("token"), Roles.words(access.role()));
  }

  private static Shell.Moment moment(AsOf asOf, HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getParameter("q");
    String shown = asOf.instant().map(at -> Format.moment(at, ZoneOffset.UTC)).orElse(null);
    return new Shell.Moment(
        shown,
        asOf.value().replaceAll(":\\d\\dZ$", ""),
        "UTC",
        path,
        query,
        query == null ? path : path + "?q=" + Urls.encode(query));
  }

  private static Shell.Freshness freshness(Fleet fleet, Instant now) {
    int all = fleet.clusters().size();
    String summary =
        all == 0
            ? "No cluster yet"
            : "%d of %s fresh".formatted(fleet.fresh(), Format.counted(all, "cluster", "clusters"));
    return new Shell.Freshness(
        summary, fleet.clusters().stream().limit(8).map(one -> age(one, now)).toList());
  }

  private static Shell.ClusterAge age(Standing standing, Instant now) {
    boolean fresh = standing.age() == Standing.Age.FRESH;
    String old = standing.old(now).map(Format::age).orElse("");
    String note =
        switch (standing.age()) {
          case NEVER -> "never scanned";
          case FRESH -> standing.cluster().live() ? old : "upload, " + old;
          case STALE, LAPSED -> "stale " + old;
        };
    return new Shell.ClusterAge(
        standing.cluster().name(),
        note,
        !fresh,
        fresh ? null : new Link("Look", "/clusters/" + standing.cluster().alias()));
  }

  private static Shell.@Nullable Sample sample(Access access, Fleet fleet) {
    return fleet.clusters().stream().anyMatch(standing -> standing.cluster().sample())
        ? new Shell.Sample(
            "Two made-up clusters with a month of history; nothing in them is real.",
            access.may(Permission.MANAGE_CLUSTER))
        : null;
  }
}
