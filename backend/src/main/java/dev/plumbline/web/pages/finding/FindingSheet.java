package dev.plumbline.web.pages.finding;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Findings;
import dev.plumbline.scan.Scans;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Benchmarks;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Points;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.pages.workload.WorkloadLinks;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the view of one finding. */
@Component
class FindingSheet {

  private final Catalogue catalogue;
  private final Clusters clusters;
  private final Findings findings;
  private final Evidence evidence;
  private final Past past;
  private final Accepted accepted;
  private final Scans scans;
  private final Points points;
  private final Clock clock;

  FindingSheet(
      Catalogue catalogue,
      Clusters clusters,
      Findings findings,
      Evidence evidence,
      Past past,
      Accepted accepted,
      Scans scans,
      Points points,
      Clock clock) {
    this.catalogue = catalogue;
    this.clusters = clusters;
    this.findings = findings;
    this.evidence = evidence;
    this.past = past;
    this.accepted = accepted;
    this.scans = scans;
    this.points = points;
    this.clock = clock;
  }

  FindingView view(Finding finding, AsOf asOf, Access access, Typed typed) {
    Instant now = asOf.instant().orElseGet(clock::instant);
    var cluster = clusters.get(finding.cluster());
    var check = catalogue.find(finding.check());
    var history = findings.history(finding.id());
    var waivers = accepted.all(finding.id(), now);
    var subject = finding.subject();
    var stored = evidence.of(finding, finding.until().orElse(now));
    boolean open = finding.until().map(until -> until.isAfter(now)).orElse(true);
    return new FindingView(
        finding.id().toString(),
        check.map(Check::title).orElse(finding.check()),
        crumbs(finding, cluster, asOf),
        cluster.name(),
        subject.namespace(),
        subject.kind().name(),
        subject.name(),
        null,
        null,
        finding.severity(),
        open
            ? ExceptionMarks.failing(Accepted.inForce(waivers, now))
            : Mark.pass(Past.words(finding)),
        finding.offences().stream()
            .map(offence -> new FindingView.Observed(offence.message(), offence.injected()))
            .toList(),
        check.map(FindingSheet::expected).orElse("–"),
        "",
        read(finding, stored),
        check.map(known -> known.why().strip()).orElse("The rule pack no longer has this check."),
        stored.map(Evidence.Shown::code).orElse(null),
        null,
        fix(finding, check, asOf),
        past.history(finding, history, waivers, now),
        past.events(history, waivers, now),
        facts(finding, cluster, check, asOf),
        check.map(FindingSheet::controls).orElse(List.of()),
        Accepted.shown(waivers, now, asOf, access),
        Accepted.ask(open, waivers, now, asOf, access, typed));
  }

  private static List<Link> crumbs(Finding finding, Cluster cluster, AsOf asOf) {
    List<Link> crumbs = new ArrayList<>();
    crumbs.add(new Link("Findings", asOf.keep("/findings")));
    crumbs.add(
        new Link(cluster.name(), asOf.keep("/findings?q=cluster:" + Urls.encode(cluster.alias()))));
    if (!finding.subject().namespace().isEmpty()) {
      crumbs.add(
          new Link(
              finding.subject().namespace(),
              asOf.keep("/findings?q=ns:" + Urls.encode(finding.subject().namespace()))));
    }
    return crumbs;
  }

  /** What would be in order: the patch, where it is one line, else the first words of the fix. */
  private static String expected(Check check) {
    String patch = check.fix().patch().strip();
    return patch.isEmpty() || patch.lines().count() > 4
        ? check.fix().text().strip().split("(?<=[.])\\s", 2)[0]
        : patch;
  }

  private static String read(Finding finding, Optional<Evidence.Shown> stored) {
    String at = "Seen since " + Format.moment(finding.from(), ZoneOffset.UTC);
    return stored.map(shown -> at + ", " + shown.source()).orElse(at);
  }

  private FindingView.Fix fix(Finding finding, Optional<Check> check, AsOf asOf) {
    var stakes = points.of(scans.fleet(asOf.instant()));
    return new FindingView.Fix(
        check.map(known -> known.fix().text().strip()).orElse(""),
        stakes.one(finding.cluster(), finding.check()),
        check
            .map(known -> known.fix().patch().strip())
            .filter(patch -> !patch.isEmpty())
            .map(patch -> Code.of("What to paste", "", patch))
            .orElse(null),
        null);
  }

  private static List<Fact> facts(
      Finding finding, Cluster cluster, Optional<Check> check, AsOf asOf) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Cluster", cluster.name(), "", "/clusters/" + cluster.alias(), false));
    facts.add(Fact.of("Namespace", orDash(finding.subject().namespace())));
    facts.add(Fact.of("Kind", finding.subject().kind().toString()));
    WorkloadLinks.find(cluster.alias(), finding.subject(), asOf)
        .ifPresent(it -> facts.add(new Fact("Workload", finding.subject().name(), "", it, false)));
    facts.add(Fact.of("Open since", Format.moment(finding.openedAt(), ZoneOffset.UTC)));
    facts.add(
        new Fact(
            "Check", finding.check(), "", "/help/checks/" + Urls.encode(finding.check()), true));
    facts.add(Fact.code("Rule pack", finding.rulePack()));
    check.ifPresent(known -> facts.add(Fact.of("Objective", known.objective())));
    return facts;
  }

  private static String orDash(String text) {
    return text.isEmpty() ? Format.NOT_KNOWN : text;
  }

  private static List<Link> controls(Check check) {
    return check.benchmark().stream().map(Benchmarks::link).toList();
  }
}
