package dev.plumbline.web.pages.nodes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.Concept;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.compliance.NodeReport;
import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.compliance.NodeReports;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.query.NodeManifest;
import dev.plumbline.web.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the view of what was seen on nodes. */
@Component
class NodesSheet {

  private final NodeReports reports;
  private final Frameworks frameworks;
  private final KubeObjects objects;
  private final Scans scans;
  private final Clock clock;

  NodesSheet(
      NodeReports reports, Frameworks frameworks, KubeObjects objects, Scans scans, Clock clock) {
    this.reports = reports;
    this.frameworks = frameworks;
    this.objects = objects;
    this.scans = scans;
    this.clock = clock;
  }

  NodesView view(
      Cluster cluster,
      AsOf asOf,
      Access access,
      HttpServletRequest request,
      Map<String, String> problems) {
    Instant at = asOf.instant().orElseGet(clock::instant);
    List<NodeReport> latest = reports.latest(cluster.id(), at);
    List<String> nodes = nodes(cluster, at);
    Set<String> seen = latest.stream().map(NodeReport::node).collect(Collectors.toSet());
    String site = site(request);
    String benchmark = benchmark(cluster, asOf);
    return new NodesView(
        cluster.name(),
        "/clusters/" + cluster.alias(),
        lede(seen.size(), nodes.size()),
        latest.stream().map(report -> row(report, at, reports.known(report.benchmark()))).toList(),
        nodes.stream().filter(node -> !seen.contains(node)).toList(),
        failing(cluster, at),
        access.may(Permission.RUN_SCAN),
        problems,
        Code.of("By hand, on a node", "", NodeManifest.command(site, cluster.alias(), benchmark)),
        Code.of(
            "Every night, on every node",
            "",
            NodeManifest.cronJob(site, cluster.alias(), nodes.size(), benchmark)));
  }

  private String benchmark(Cluster cluster, AsOf asOf) {
    return scans.latest(asOf.instant()).stream()
        .filter(scan -> scan.cluster().equals(cluster.id()))
        .findFirst()
        .map(scan -> frameworks.nodeBenchmark(scan.distribution(), scan.serverVersion()))
        .orElse("");
  }

  private static String lede(int seen, int nodes) {
    return "Files of nodes show in no kubeconfig; kube-bench reads them there. %s of %s handed in a result."
        .formatted(
            Format.count(seen), nodes == 0 ? "an unknown number of nodes" : Format.count(nodes));
  }

  private List<String> nodes(Cluster cluster, Instant at) {
    return objects.standing(cluster.id(), at, List.of(Kind.core("Node"))).stream()
        .map(node -> node.key().name())
        .sorted()
        .toList();
  }

  private static NodesView.Row row(NodeReport report, Instant at, boolean known) {
    Duration age = Duration.between(report.at(), at);
    return new NodesView.Row(
        report.node(),
        state(age, known),
        Format.moment(report.at(), ZoneOffset.UTC),
        report.benchmark(),
        report.count(Answer.PASS),
        report.count(Answer.FAIL),
        report.count(Answer.WARN) + report.count(Answer.INFO));
  }

  private static Mark state(Duration age, boolean known) {
    if (!known) {
      return Mark.unknown("Not counted: its numbers may ask other things");
    }
    return age.compareTo(NodeReports.FRESH) <= 0
        ? Mark.pass("Fresh")
        : Mark.unknown("Stale, " + Format.age(age));
  }

  private List<NodesView.Item> failing(Cluster cluster, Instant at) {
    return reports.standing(cluster.id(), at).entrySet().stream()
        .filter(entry -> entry.getValue().state() == Evidence.State.FAILS)
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            new NodesView.Item(
                entry.getKey(),
                frameworks.concept(entry.getKey()).map(Concept::title).orElse(""),
                entry.getValue().detail()))
        .toList();
  }

  private static String site(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    int host = url.indexOf('/', url.indexOf("://") + 3);
    return host < 0 ? url : url.substring(0, host);
  }
}
