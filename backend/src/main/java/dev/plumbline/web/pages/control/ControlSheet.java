package dev.plumbline.web.pages.control;

import dev.plumbline.compliance.Attestation;
import dev.plumbline.compliance.Attestations;
import dev.plumbline.compliance.Control;
import dev.plumbline.compliance.ControlStanding;
import dev.plumbline.compliance.ControlStatus;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.FleetStanding.FleetControl;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.FleetScope;
import dev.plumbline.web.query.FleetScopes;
import dev.plumbline.web.security.Access;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of one control. */
@Component
class ControlSheet {

  private final Frameworks frameworks;
  private final Standings standings;
  private final Attestations attestations;
  private final FleetScopes scopes;

  ControlSheet(
      Frameworks frameworks, Standings standings, Attestations attestations, FleetScopes scopes) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.attestations = attestations;
    this.scopes = scopes;
  }

  /** What was asked for, and what was wrong with what was sent, by field. */
  record Asked(
      String framework,
      String control,
      String cluster,
      AsOf asOf,
      Access access,
      Map<String, String> problems) {

    String keep(String href) {
      return asOf.keep(cluster.isEmpty() ? href : href + "?cluster=" + Urls.encode(cluster));
    }
  }

  ControlView view(Asked asked) {
    Framework framework =
        frameworks
            .find(asked.framework(), asked.asOf().instant())
            .orElseThrow(() -> new NotHere("framework"));
    var scope = scopes.of(asked.asOf().instant(), asked.cluster()).counting(frameworks, framework);
    FleetControl standing =
        standings
            .standing(framework, scope.judged(), scope.at())
            .control(asked.control())
            .orElseThrow(() -> new NotHere("control"));
    Control control = standing.control();
    boolean may = asked.access().may(Permission.ATTEST) && asked.asOf().instant().isEmpty();
    return new ControlView(
        framework.fullName(),
        asked.keep("/frameworks/" + framework.id()),
        control.id(),
        control.topic(),
        ControlMarks.kind(control.kind()),
        ControlMarks.of(standing),
        control.evidence(),
        control.ask(),
        provider(control),
        clusters(standing, scope),
        standing.evidence().stream().map(one -> check(one, asked)).toList(),
        rule(framework, standing),
        said(framework, control, scope, may),
        ControlFacts.of(framework, control),
        neighbour(framework, control, -1, asked),
        neighbour(framework, control, 1, asked),
        may && control.attestable() ? path(framework, control) + "/attestations" : null,
        lastDay(scope),
        asked.problems());
  }

  private static List<String> provider(Control control) {
    return control.provider().entrySet().stream()
        .map(note -> note.getKey().toUpperCase(Locale.ROOT) + ": " + note.getValue())
        .sorted()
        .toList();
  }

  private static List<ControlView.Cluster> clusters(FleetControl standing, FleetScope scope) {
    Map<UUID, Standing> scanned = scope.scanned();
    return java.util.stream.IntStream.range(0, scope.evidence().size())
        .mapToObj(at ->
            cluster(scanned.get(scope.evidence().get(at).cluster()), standing.clusters().get(at)))
        .toList();
  }

  private static ControlView.Cluster cluster(@Nullable Standing at, ControlStanding standing) {
    String name = at == null ? "" : at.cluster().name();
    String href = at == null ? "/clusters" : "/clusters/" + at.cluster().alias();
    Mark mark =
        standing.partlyJudged()
            ? Mark.unknown("Partly judged")
            : standing.status() == ControlStatus.PASS && standing.noted() > 0
                ? Mark.pass(ControlMarks.WITH_NOTES)
                : ControlMarks.of(standing.status());
    return new ControlView.Cluster(name, href, mark, note(standing));
  }

  private static String note(ControlStanding standing) {
    if (standing.evidence().isEmpty()) {
      return ControlMarks.kind(standing.kind());
    }
    String counts =
        "%d pass, %d fail, %d not judged, %d not applicable"
            .formatted(
                standing.passed(),
                standing.failed(),
                standing.notJudged(),
                standing.notApplicable());
    return standing.noted() == 0 ? counts : counts + ", " + standing.noted() + " noted";
  }

  /** How a status is made of checks, in words. */
  private static String rule(Framework framework, FleetControl standing) {
    long noted =
        standing.evidence().stream().filter(one -> one.state() == Evidence.State.NOTED).count();
    if (framework.type() == Framework.Type.BENCHMARK) {
      return "Any failing check fails an item of a benchmark.";
    }
    String rule =
        "Any failing check fails a control, but for those of severity info: they weigh nothing and"
            + " are noted, unless nothing else was judged.";
    return noted == 0 ? rule : rule + " Noted here: " + noted + ".";
  }

  private static ControlView.Check check(Evidence evidence, Asked asked) {
    var tally = evidence.tally();
    String cluster = asked.cluster().isEmpty() ? "" : " cluster:" + asked.cluster();
    Mark mark = ControlMarks.of(evidence.state());
    return new ControlView.Check(
        evidence.id(),
        evidence.title(),
        evidence.built() ? "/help/checks/" + Urls.encode(evidence.id()) : "",
        evidence.severity(),
        evidence.detail().isEmpty()
            ? mark
            : new Mark(mark.kind(), mark.words() + ": " + evidence.detail()),
        tally.passed(),
        tally.failed(),
        tally.unknown(),
        evidence.built()
            ? asked.asOf().keep("/findings?q=" + Urls.encode("check:" + evidence.id() + cluster))
            : "");
  }

  private List<ControlView.Said> said(
      Framework framework, Control control, FleetScope scope, boolean may) {
    return attestations.of(framework.id(), control.id()).stream()
        .filter(one -> !one.attestedAt().isAfter(scope.at()))
        .map(one -> said(one, framework, control, scope, may))
        .toList();
  }

  private static ControlView.Said said(
      Attestation one, Framework framework, Control control, FleetScope scope, boolean may) {
    boolean withdrawn = one.withdrawnAt() != null && !one.withdrawnAt().isAfter(scope.at());
    ControlStatus status = one.statusAt(scope.at());
    Mark mark =
        withdrawn
            ? new Mark(Mark.Kind.NOT_APPLICABLE, "Withdrawn")
            : ControlMarks.said(status, Optional.of(one));
    return new ControlView.Said(
        mark,
        one.statement(),
        one.evidence(),
        one.attestedBy(),
        Format.moment(one.attestedAt(), ZoneOffset.UTC),
        clusterName(one, scope),
        may && !withdrawn && status == ControlStatus.ATTESTED
            ? path(framework, control) + "/attestations/" + one.id() + "/withdraw"
            : null);
  }

  private static String clusterName(Attestation one, FleetScope scope) {
    return one.cluster() == null
        ? "All clusters"
        : scope.clusters().stream()
            .map(Standing::cluster)
            .filter(cluster -> cluster.id().equals(one.cluster()))
            .map(cluster -> cluster.name())
            .findFirst()
            .orElse("Another cluster");
  }

  private static @Nullable String neighbour(
      Framework framework, Control control, int step, Asked asked) {
    int at = framework.controls().indexOf(control) + step;
    return at < 0 || at >= framework.controls().size()
        ? null
        : asked.keep(path(framework, framework.controls().get(at)));
  }

  private static String path(Framework framework, Control control) {
    return "/controls/" + framework.id() + "/" + control.id();
  }

  private static String lastDay(FleetScope scope) {
    return scope
        .at()
        .plus(Attestations.LONGEST)
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .minusDays(1)
        .toString();
  }
}
