package dev.plumbline.compliance;

import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.TenantJdbc;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tools saw on the nodes of the tenant's clusters, which no kubeconfig shows. */
@Service
@Transactional
public class NodeReports {

  /** How old a result may be and still count. */
  public static final Duration FRESH = Duration.ofDays(30);

  private static final Kind NODE = Kind.core("Node");
  private static final Duration EARLY = Duration.ofMinutes(10);
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "cluster_id",
          "node",
          "benchmark",
          "sections",
          "taken_at",
          "received_at",
          "received_from",
          "results");

  private final TenantJdbc jdbc;
  private final KubeObjects objects;
  private final Frameworks frameworks;
  private final Audit audit;
  private final Clock clock;

  NodeReports(
      TenantJdbc jdbc, KubeObjects objects, Frameworks frameworks, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.objects = objects;
    this.frameworks = frameworks;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the output of kube-bench on one node.
   *
   * @param takenAt when it ran, empty for now
   * @param body its JSON; read piece by piece, at most 4 MiB
   * @throws Refused naming the field that is wrong
   */
  public NodeReport add(UUID cluster, String node, Optional<Instant> takenAt, InputStream body) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = takenAt.map(it -> it.truncatedTo(ChronoUnit.MICROS)).orElse(now);
    if (!node.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,252}")) {
      throw new Refused("node", "Name the node as the cluster does.");
    }
    if (at.isAfter(now.plus(EARLY))) {
      throw new Refused("taken_at", "This instant is still to come.");
    }
    NodeReport.Parsed parsed = KubeBench.read(KubeBench.bounded(body));
    UUID id = Ids.next();
    jdbc.insert(
        "node_report",
        COLUMNS,
        List.<Object[]>of(
            new Object[] {
              id,
              cluster,
              node,
              edition(parsed.benchmark()),
              parsed.sections(),
              at,
              now,
              Actor.current().label(),
              text(parsed.results())
            }));
    audit.record("node.reported", node, id.toString());
    return find(id);
  }

  private String edition(String benchmark) {
    if (known(benchmark)) {
      return benchmark;
    }
    throw new Refused(
        "Controls[0].version",
        frameworks
            .nodeEditions()
            .nearest(benchmark)
            .map(nearest ->
                "\"%s\" is not known here and may ask other things under the same numbers; nearest kept is %s: run kube-bench with --benchmark %s."
                    .formatted(benchmark, nearest, nearest))
            .orElse(
                "Items of \"%s\" are not known here; run kube-bench with --benchmark cis-1.12, or the one of your provider."
                    .formatted(benchmark)));
  }

  /** Whether results of an edition count, because its numbers are known to ask what ours ask. */
  public boolean known(String benchmark) {
    return frameworks.nodeEditions().known(benchmark);
  }

  private NodeReport find(UUID id) {
    return jdbc.sql("select * from node_report where tenant_id = :tenant and id = :id")
        .param("id", id)
        .query((row, number) -> report(row))
        .single();
  }

  /** The last report of each node and part of the benchmark, as known at an instant. */
  @Transactional(readOnly = true)
  public List<NodeReport> latest(UUID cluster, Instant at) {
    return jdbc.sql(
            """
            select distinct on (node, sections) * from node_report
             where tenant_id = :tenant and cluster_id = :cluster
               and taken_at <= :at and received_at <= :at
             order by node, sections, taken_at desc
            """)
        .param("cluster", cluster)
        .param("at", TenantJdbc.time(at))
        .query((row, number) -> report(row))
        .list();
  }

  /**
   * Forgets reports from before an instant, but for those that were the last of their node then.
   *
   * @param limit how many at most
   * @return how many
   */
  public int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            delete from node_report where tenant_id = :tenant and id in
              (select old.id from node_report old
                where old.tenant_id = :tenant and old.taken_at < :before and exists
                  (select 1 from node_report newer
                    where newer.tenant_id = :tenant and newer.cluster_id = old.cluster_id
                      and newer.node = old.node and newer.sections = old.sections
                      and newer.taken_at > old.taken_at
                      and newer.taken_at < :before and newer.received_at < :before)
                limit :limit)
            """)
        .param("before", TenantJdbc.time(before))
        .param("limit", limit)
        .update();
  }

  /** What reports say at an instant of each concept of which some speak, by its id. */
  @Transactional(readOnly = true)
  public Map<String, NodeStanding> standing(UUID cluster, Instant at) {
    NodeItems items = items(cluster, at);
    Map<String, NodeStanding> standings = new TreeMap<>();
    for (Concept concept : frameworks.concepts()) {
      items.of(concept.nodeItems()).ifPresent(said -> standings.put(concept.id(), said));
    }
    return standings;
  }

  /** What reports say at an instant, item by item. */
  @Transactional(readOnly = true)
  NodeItems items(UUID cluster, Instant at) {
    List<NodeReport> reports = latest(cluster, at);
    if (reports.isEmpty()) {
      return NodeItems.NONE;
    }
    var nodes = objects.standing(cluster, at, List.of(NODE));
    return NodeItems.of(
        frameworks.nodeEditions(), reports, names(nodes, false), names(nodes, true), at);
  }

  private static List<String> names(List<KubeObject> nodes, boolean controlPlane) {
    return nodes.stream()
        .filter(node -> !controlPlane || NodeItems.controlPlane(node))
        .map(node -> node.key().name())
        .sorted()
        .toList();
  }

  private static String text(Map<String, Answer> results) {
    return results.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static NodeReport report(ResultSet row) throws SQLException {
    return new NodeReport(
        row.getObject("id", UUID.class),
        row.getObject("cluster_id", UUID.class),
        row.getString("node"),
        row.getString("benchmark"),
        row.getTimestamp("taken_at").toInstant(),
        row.getString("received_from"),
        results(row.getString("results")));
  }

  private static SortedMap<String, Answer> results(String text) {
    return Arrays.stream(text.split(" "))
        .map(pair -> pair.split("="))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> Answer.valueOf(pair[1]), (a, b) -> b, TreeMap::new));
  }
}
