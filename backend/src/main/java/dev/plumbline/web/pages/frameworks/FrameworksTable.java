package dev.plumbline.web.pages.frameworks;

import dev.plumbline.compliance.ClusterEvidence;
import dev.plumbline.compliance.FleetStanding;
import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.FrameworkStanding;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.Standings;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ControlMarks;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.query.FleetScope;
import dev.plumbline.web.query.FleetScopes;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of all frameworks. */
@Component
class FrameworksTable {

  private final Frameworks frameworks;
  private final Standings standings;
  private final FleetScopes scopes;

  FrameworksTable(Frameworks frameworks, Standings standings, FleetScopes scopes) {
    this.frameworks = frameworks;
    this.standings = standings;
    this.scopes = scopes;
  }

  FrameworksView view(AsOf asOf) {
    var scope = scopes.of(asOf.instant(), "");
    var all = frameworks.all(asOf.instant());
    return new FrameworksView(
        "%s on %s. A percentage counts machine-checked controls only; what people must attest is never folded in."
            .formatted(
                Format.counted(all.size(), "framework", "frameworks"),
                Format.counted(scope.clusters().size(), "cluster", "clusters")),
        empty(scope),
        scope.clusters().stream().map(standing -> column(standing, scope)).toList(),
        all.stream()
            .filter(framework -> scope.counts(frameworks, framework))
            .map(framework -> row(framework, scope, asOf))
            .toList(),
        all.stream()
            .filter(framework -> !scope.counts(frameworks, framework))
            .map(other -> new Link(other.fullName(), asOf.keep("/frameworks/" + other.id())))
            .toList());
  }

  private static @Nullable Empty empty(FleetScope scope) {
    return scope.clusters().isEmpty()
        ? new Empty(
            Empty.State.NEVER_SCANNED,
            null,
            "Never scanned",
            "Frameworks are judged by what a scan has seen.",
            new Link("Connect a cluster", "/clusters/connect"),
            null)
        : null;
  }

  private static FrameworksView.Column column(Standing standing, FleetScope scope) {
    var cluster = standing.cluster();
    var words = new ArrayList<String>();
    words.add((cluster.distribution() + " " + cluster.serverVersion()).strip());
    boolean late = standing.age() == Standing.Age.STALE || standing.age() == Standing.Age.LAPSED;
    standing
        .old(scope.at())
        .filter(old -> late)
        .map(Format::age)
        .ifPresent(old -> words.add("stale " + old));
    words.removeIf(String::isEmpty);
    return new FrameworksView.Column(cluster.name(), String.join(", ", words));
  }

  private FrameworksView.Row row(Framework framework, FleetScope scope, AsOf asOf) {
    FleetStanding fleet = standings.standing(framework, scope.evidence(), scope.at());
    Map<UUID, ClusterEvidence> evidence =
        scope.evidence().stream()
            .collect(Collectors.toMap(ClusterEvidence::cluster, Function.identity()));
    Map<UUID, FrameworkStanding> byCluster =
        fleet.clusters().stream()
            .collect(Collectors.toMap(FrameworkStanding::cluster, Function.identity()));
    String href = "/frameworks/" + framework.id();
    int total = framework.controls().size();
    return new FrameworksView.Row(
        framework.fullName(),
        asOf.keep(href),
        total,
        100 * framework.machineCheckable() / total,
        scope.clusters().stream()
            .map(standing ->
                cell(
                    evidence.get(standing.cluster().id()),
                    byCluster.get(standing.cluster().id()),
                    asOf.keep(href + "?cluster=" + standing.cluster().alias())))
            .toList());
  }

  private FrameworksView.Cell cell(
      @Nullable ClusterEvidence cluster, @Nullable FrameworkStanding standing, String href) {
    if (cluster == null || standing == null) {
      return new FrameworksView.Cell("", null, Mark.unknown("Never scanned"), "");
    }
    if (!frameworks.counts(standing.framework(), cluster)) {
      var mark = new Mark(Mark.Kind.NOT_APPLICABLE, "Another benchmark counts");
      return new FrameworksView.Cell(href, null, mark, "");
    }
    return new FrameworksView.Cell(
        href, ControlMarks.share(standing.counts()), null, nearest(standing.framework(), cluster));
  }

  private String nearest(Framework framework, ClusterEvidence cluster) {
    if (!frameworks.oneOfSeveral(framework)) {
      return "";
    }
    var chosen = frameworks.benchmark(cluster.distribution(), cluster.version());
    return chosen.nearest() ? chosen.reason() : "";
  }
}
