package dev.plumbline.web.pages.cluster;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.inventory.collect.selftest.SelfTests;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.scan.Standing;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Code;
import dev.plumbline.web.pages.Fact;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import dev.plumbline.web.pages.connect.SelfTestSheet;
import dev.plumbline.web.security.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of one cluster, one tab at a time. */
@Component
class ClusterSheet {

  private static final int SCANS = 100;
  private static final List<Integer> HOURS = List.of(0, 1, 6, 12, 24);

  private final Scans scans;
  private final SelfTests selfTests;
  private final Where where;
  private final ObjectList objects;
  private final Clock clock;

  ClusterSheet(Scans scans, SelfTests selfTests, Where where, ObjectList objects, Clock clock) {
    this.scans = scans;
    this.selfTests = selfTests;
    this.where = where;
    this.objects = objects;
    this.clock = clock;
  }

  ClusterView overview(Cluster cluster, AsOf asOf, Access access) {
    Instant now = asOf.instant().orElseGet(clock::instant);
    Optional<Standing> standing = standing(cluster, asOf);
    var overview = where.of(cluster, standing, asOf, now);
    return view(cluster, standing, access, Tabs.OVERVIEW, new Parts(overview, null, null, null));
  }

  ClusterView objects(Cluster cluster, String q, String cursor, AsOf asOf, Access access) {
    ClusterView.Objects list = objects.of(cluster, q, cursor, asOf);
    Parts parts = new Parts(null, list, null, null);
    return view(cluster, standing(cluster, asOf), access, Tabs.OBJECTS, parts);
  }

  ClusterView scans(Cluster cluster, Access access) {
    List<ClusterView.ScanRow> rows = ScanRows.rows(cluster, scans.ofCluster(cluster.id(), SCANS));
    var pager = new Pager(Format.counted(rows.size(), "scan", "scans"), null, null);
    var list = new ClusterView.Scans(rows, pager);
    return view(
        cluster,
        standing(cluster, AsOf.NOW),
        access,
        Tabs.SCANS,
        new Parts(null, null, list, null));
  }

  ClusterView settings(Cluster cluster, Access access, Map<String, String> problems) {
    boolean manage = access.may(Permission.MANAGE_CLUSTER);
    var settings =
        new ClusterView.Settings(
            cluster.paused() ? 0 : Math.max(1, cluster.intervalMinutes() / 60),
            HOURS,
            credential(cluster),
            patch(cluster),
            !cluster.live(),
            manage,
            cluster.live() && access.may(Permission.CONNECT_CLUSTER),
            manage,
            problems);
    return view(
        cluster,
        standing(cluster, AsOf.NOW),
        access,
        Tabs.SETTINGS,
        new Parts(null, null, null, settings));
  }

  private static List<Fact> credential(Cluster cluster) {
    var facts = new ArrayList<Fact>();
    if (cluster.live()) {
      facts.add(Fact.code("Server", cluster.server()));
    }
    cluster.credential().ifPresent(it -> facts.addAll(SelfTestSheet.facts(it)));
    return facts;
  }

  private @Nullable Code patch(Cluster cluster) {
    return selfTests.last(cluster.id()).map(it -> SelfTestSheet.patch(it.result())).orElse(null);
  }

  private Optional<Standing> standing(Cluster cluster, AsOf asOf) {
    return scans.fleet(asOf.instant()).clusters().stream()
        .filter(it -> it.cluster().id().equals(cluster.id()))
        .findFirst();
  }

  private enum Tabs {
    OVERVIEW("Overview", ""),
    OBJECTS("Objects", "/workloads"),
    NODES("Nodes", "/nodes"),
    SCANS("Scans", "/scans"),
    SETTINGS("Settings", "/settings");

    private final String words;
    private final String path;

    Tabs(String words, String path) {
      this.words = words;
      this.path = path;
    }

    Tab tab(String base, Tabs current) {
      return new Tab(words, null, base + path, this == current);
    }
  }

  private ClusterView view(
      Cluster cluster, Optional<Standing> standing, Access access, Tabs current, Parts parts) {
    String base = "/clusters/" + cluster.alias();
    List<Tab> tabs =
        java.util.stream.Stream.of(Tabs.values()).map(it -> it.tab(base, current)).toList();
    return new ClusterView(
        cluster.name(),
        base,
        lede(cluster, standing),
        cluster.sample(),
        cluster.live() && access.may(Permission.RUN_SCAN),
        running(cluster, base),
        tabs,
        parts.overview(),
        parts.objects(),
        parts.scans(),
        parts.settings());
  }

  private record Parts(
      ClusterView.@Nullable Overview overview,
      ClusterView.@Nullable Objects objects,
      ClusterView.@Nullable Scans scans,
      ClusterView.@Nullable Settings settings) {}

  private String lede(Cluster cluster, Optional<Standing> standing) {
    String fed = cluster.live() ? "Read by its API server. " : "Fed by uploads. ";
    return standing
        .flatMap(it -> it.old(clock.instant()))
        .map(old -> fed + "Looked at " + Format.age(old) + " ago.")
        .orElse(fed + "Never scanned.");
  }

  private @Nullable String running(Cluster cluster, String base) {
    return scans.ofCluster(cluster.id(), 1).stream()
        .filter(scan -> !scan.state().over())
        .map(Scan::id)
        .findFirst()
        .map(id -> base + "/scans/" + id)
        .orElse(null);
  }
}
