package dev.plumbline.web.pages.workload;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.scan.Look;
import dev.plumbline.scan.Standing;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Urls;
import dev.plumbline.web.query.AccessMaps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the view of one workload. */
@Component
class WorkloadSheet {

  private static final int FINDINGS = 200;

  private final Findings findings;
  private final Catalogue catalogue;
  private final AccessMaps access;

  WorkloadSheet(Findings findings, Catalogue catalogue, AccessMaps access) {
    this.findings = findings;
    this.catalogue = catalogue;
    this.access = access;
  }

  WorkloadView view(Cluster cluster, Look look, ObjectKey key, AsOf asOf) {
    var network = new NetworkPart(cluster, look, key, asOf);
    var facts = new FactPart(look, key);
    var rights = new RightsPart(cluster, look, key, asOf);
    Instant now = look.scan().takenAt().orElseThrow();
    var map = access.of(Standing.of(cluster, Optional.of(look.scan()), now));
    return new WorkloadView(
        key.kind().name(),
        key.namespace(),
        key.name(),
        crumbs(cluster, key, asOf),
        ledger(cluster, look, key),
        network.ways(),
        network.waysNote(),
        network.sources(),
        network.targets(),
        network.outward(),
        network.policies(),
        look.reach().doubts(key),
        facts.mesh(),
        facts.images(),
        facts.imagesNote(),
        rights.facts(),
        map.map(rights::escalation).orElse(List.of()),
        map.map(rights::blocked).orElse(null),
        facts.admission(),
        new Link("All findings of this workload", all(cluster, key, asOf)),
        findings(cluster, key, asOf));
  }

  private static List<Link> crumbs(Cluster cluster, ObjectKey key, AsOf asOf) {
    String network = "/network?cluster=" + Urls.encode(cluster.alias());
    return List.of(
        new Link("Network", asOf.keep("/network")),
        new Link(cluster.name(), asOf.keep(network)),
        new Link(key.namespace(), asOf.keep(network + "&ns=" + Urls.encode(key.namespace()))));
  }

  private static List<Fact> ledger(Cluster cluster, Look look, ObjectKey key) {
    int pods = Optional.ofNullable(look.workloads().get(key)).map(Look.Unit::pods).orElse(0);
    return List.of(
        new Fact("Cluster", cluster.name(), "", "/clusters/" + cluster.alias(), false),
        Fact.of("Namespace", key.namespace()),
        Fact.of("Kind", key.kind().toString()),
        Fact.of("Pods", pods == 0 ? "none seen, told by its template" : Format.count(pods)),
        Fact.of("Looked at", Format.moment(look.scan().takenAt().orElse(null), ZoneOffset.UTC)));
  }

  private static String all(Cluster cluster, ObjectKey key, AsOf asOf) {
    String query =
        "cluster:%s ns:%s kind:%s %s"
            .formatted(cluster.alias(), key.namespace(), key.kind().name(), key.name());
    return asOf.keep("/findings?q=" + Urls.encode(query));
  }

  private List<WorkloadView.FindingRow> findings(Cluster cluster, ObjectKey key, AsOf asOf) {
    var filter =
        new FindingFilter(
            asOf.instant(),
            Set.of(),
            Set.of(cluster.id()),
            Set.of(),
            Set.of(key.namespace()),
            Set.of(key.kind().name()),
            key.name(),
            Optional.empty(),
            FindingFilter.ALL.statuses());
    return findings.page(filter, null, FINDINGS).findings().stream()
        .filter(it -> it.subject().equals(key))
        .map(it -> row(it, asOf))
        .toList();
  }

  private WorkloadView.FindingRow row(Finding finding, AsOf asOf) {
    String title = catalogue.find(finding.check()).map(Check::title).orElse(finding.check());
    String message = finding.offences().stream().findFirst().map(it -> it.message()).orElse("");
    return new WorkloadView.FindingRow(
        finding.severity(), title, message, asOf.keep("/findings/" + finding.id()));
  }
}
