package dev.plumbline.web.pages.framework;

import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Counts;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.FleetScope;
import dev.plumbline.web.query.FleetScopes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the view of one framework. */
@Component
class FrameworkSheet {

  private final Frameworks frameworks;
  private final Standings standings;
  private final FleetScopes scopes;

  FrameworkSheet(Frameworks frameworks, Standings standings, FleetScopes scopes) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.scopes = scopes;
  }

  FrameworkView view(Framework framework, String cluster, AsOf asOf) {
    var scope = scopes.of(asOf.instant(), cluster).counting(frameworks, framework);
    var fleet = standings.standing(framework, scope.judged(), scope.at());
    var counts = fleet.counts();
    int open = counts.of(ControlStatus.OPEN) + counts.of(ControlStatus.EXPIRED);
    int machine = percent(counts.machine(), counts);
    int attested = percent(counts.machine() + counts.of(ControlStatus.ATTESTED), counts);
    return new FrameworkView(
        framework.fullName(),
        lede(counts, scope),
        BenchmarkNotice.of(frameworks, framework, scope),
        "%s %s of %s. %s"
            .formatted(
                framework.own() ? "Written by this organisation, version" : "Our mapping",
                framework.mappingVersion(),
                Format.day(framework.mappingDate()),
                framework.licence()),
        framework.link().isEmpty() ? null : framework.link(),
        asOf.keep("/frameworks/" + framework.id() + "/yaml"),
        framework.own() ? "/own-frameworks/" + framework.id() : null,
        scopeWords(scope),
        fleet.score().map(score -> score.rounded(4).doubleValue()).orElse(null),
        scoreNote(framework, fleet),
        "/reports?framework=" + framework.id(),
        framework.matrix() ? matrix(framework, cluster, asOf) : null,
        figures(counts),
        machine,
        attested - machine,
        percent(counts.machine() + counts.of(ControlStatus.ATTESTED) + open, counts) - attested,
        sections(framework, fleet, new ControlRows(scope, cluster, asOf)));
  }

  private static String matrix(Framework framework, String cluster, AsOf asOf) {
    String href = "/frameworks/" + framework.id() + "/matrix";
    return asOf.keep(cluster.isEmpty() ? href : href + "?cluster=" + Urls.encode(cluster));
  }

  private static String lede(Counts counts, FleetScope scope) {
    return "%s of %s supported by evidence from %s. Plumbline shows evidence; it does not attest compliance."
        .formatted(
            Format.count(counts.pass()),
            Format.counted(counts.total(), "control is", "controls are"),
            Format.counted(scope.evidence().size(), "cluster", "clusters"));
  }

  private static String scopeWords(FleetScope scope) {
    return scope.clusters().size() == 1
        ? scope.clusters().getFirst().cluster().name()
        : Format.counted(scope.evidence().size(), "scanned cluster", "scanned clusters");
  }

  private static String scoreNote(Framework framework, FleetStanding fleet) {
    if (!framework.scored()) {
      return "No score. " + framework.noScore();
    }
    return fleet.score().isEmpty()
        ? "No score yet: nothing of it was judged."
        : "It counts the checks that are built; controls for people are not in it, and what is"
            + " unknown counts nothing.";
  }

  private static List<FrameworkView.Figure> figures(Counts counts) {
    return List.of(
        new FrameworkView.Figure(
            Mark.pass("Supported by evidence"),
            counts.pass(),
            "everything it wants was judged and passes"),
        new FrameworkView.Figure(Mark.fail("Failing"), counts.fail(), "at least one check fails"),
        new FrameworkView.Figure(
            Mark.unknown("Unknown"), counts.unknown(), "not everything it wants was judged"),
        new FrameworkView.Figure(
            new Mark(Mark.Kind.OPEN, "For people"),
            counts.manual(),
            "%d attested, %d open, %d expired"
                .formatted(
                    counts.of(ControlStatus.ATTESTED),
                    counts.of(ControlStatus.OPEN),
                    counts.of(ControlStatus.EXPIRED))));
  }

  private static int percent(int part, Counts counts) {
    return counts.total() == 0 ? 0 : 100 * part / counts.total();
  }

  private static List<FrameworkView.Section> sections(
      Framework framework, FleetStanding fleet, ControlRows rows) {
    var chapters =
        framework.sections().stream().filter(section -> section.parent().isEmpty()).toList();
    String first =
        chapters.stream()
            .map(Framework.Section::id)
            .filter(
                id -> fleet.below(id).stream().anyMatch(one -> one.status() == ControlStatus.FAIL))
            .findFirst()
            .orElse(chapters.getFirst().id());
    return chapters.stream()
        .map(chapter -> section(framework, chapter, fleet, first.equals(chapter.id()), rows))
        .toList();
  }

  private static FrameworkView.Section section(
      Framework framework,
      Framework.Section chapter,
      FleetStanding fleet,
      boolean open,
      ControlRows rows) {
    var controls = fleet.below(chapter.id());
    var counts = fleet.sections().getOrDefault(chapter.id(), Counts.NONE);
    return new FrameworkView.Section(
        chapter.id(),
        chapter.topic(),
        ControlMarks.share(counts),
        gravest(counts),
        open,
        controls.stream().map(control -> rows.row(framework, control)).toList());
  }

  private static Mark gravest(Counts counts) {
    if (counts.fail() > 0) {
      return Mark.fail(counts.fail() + " fail");
    }
    if (counts.unknown() > 0) {
      return Mark.unknown(counts.unknown() + " unknown");
    }
    if (counts.pass() > 0) {
      return Mark.pass(counts.pass() + " pass");
    }
    return counts.manual() > 0
        ? new Mark(Mark.Kind.OPEN, "People only")
        : new Mark(Mark.Kind.NOT_APPLICABLE, "Elsewhere");
  }
}
