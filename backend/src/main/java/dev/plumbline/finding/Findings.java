package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Severity;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.TenantJdbc;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What fails, and what failed at any instant. */
@Component
@Transactional(readOnly = true)
public class Findings {

  private final TenantJdbc jdbc;
  private final FindingWriter writer;
  private final Tallies tallies;
  private final Moves moves;
  private final KubeObjects objects;
  private final BlindSpots blindSpots;
  private final FindingRows rows;
  private final Forgetting forgetting;
  private final Clock clock;

  Findings(
      TenantJdbc jdbc,
      FindingWriter writer,
      Tallies tallies,
      Moves moves,
      KubeObjects objects,
      BlindSpots blindSpots,
      FindingRows rows,
      Forgetting forgetting,
      Clock clock) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.tallies = tallies;
    this.moves = moves;
    this.objects = objects;
    this.blindSpots = blindSpots;
    this.rows = rows;
    this.clock = clock;
    this.forgetting = forgetting;
  }

  /**
   * Keeps what a scan says, within the scan's transaction and after its objects.
   *
   * @param previous the scan that held for the cluster until now, empty for its first
   * @param at the instant the scan looked at the cluster, later than every scan before
   */
  @Transactional
  public Change record(
      UUID scan, Optional<UUID> previous, UUID cluster, Assessment assessment, Instant at) {
    var open = writer.open(cluster);
    var turnover =
        previous.isPresent()
            ? objects.turnover(cluster, at)
            : new KubeObjects.Turnover(Set.of(), Set.of());
    var blind = blindSpots.open(cluster);
    previous
        .map(before -> moves.before(before, open, blind.values(), turnover.came()))
        .ifPresent(before -> moves.record(scan, before, assessment));
    tallies.record(scan, assessment);
    blindSpots.write(cluster, blind, assessment, at);
    return writer.write(cluster, open, turnover, assessment, at);
  }

  /** Forgets periods that ended before an instant, at most so many; returns how many. */
  @Transactional
  public int forget(Instant before, int limit) {
    return forgetting.findings(before, limit);
  }

  /** As {@link #forget}, of what could not be judged. */
  @Transactional
  public int forgetBlindSpots(Instant before, int limit) {
    return forgetting.blindSpots(before, limit);
  }

  /** Forgets what each check said in scans, and what moved their score. */
  @Transactional
  public void forgetReceipts(Collection<UUID> scans) {
    forgetting.receipts(scans);
  }

  /** A stretch of the list, from its beginning or from after a position. */
  public FindingPage page(FindingFilter filter, FindingPage.@Nullable Position after, int limit) {
    var clauses = clauses(filter);
    long total = count(filter);
    if (after != null) {
      clauses.after(after);
    }
    var found =
        clauses
            .into(
                jdbc,
                "select * from finding where %s"
                    + " order by -weight, check_id, namespace, name, id limit :limit")
            .param("limit", limit + 1)
            .query(rows)
            .list();
    var shown = found.size() > limit ? found.subList(0, limit) : found;
    return new FindingPage(
        List.copyOf(shown),
        found.size() > limit
            ? Optional.of(FindingPage.Position.of(shown.getLast()))
            : Optional.empty(),
        total);
  }

  public long count(FindingFilter filter) {
    return clauses(filter)
        .into(jdbc, "select count(*) from finding where %s")
        .query(Long.class)
        .single();
  }

  /** How many fail, by severity; severities without any are left out. */
  public Map<Severity, Long> bySeverity(FindingFilter filter) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    clauses(filter)
        .into(jdbc, "select severity, count(*) as n from finding where %s group by severity")
        .query(row -> {
          counts.put(Severity.valueOf(row.getString("severity")), row.getLong("n"));
        });
    return counts;
  }

  /** How many fail, by check. */
  public Map<String, Long> byCheck(FindingFilter filter) {
    Map<String, Long> counts = new java.util.TreeMap<>();
    clauses(filter)
        .into(jdbc, "select check_id, count(*) as n from finding where %s group by check_id")
        .query(row -> {
          counts.put(row.getString("check_id"), row.getLong("n"));
        });
    return counts;
  }

  /** How many fail, by object, among objects of some names; objects without any are left out. */
  public Map<ObjectKey, Long> byObject(FindingFilter filter, Set<String> names) {
    Map<ObjectKey, Long> counts = new java.util.HashMap<>();
    clauses(filter)
        .into(
            jdbc,
            "select kind_group, kind, namespace, name, count(*) as n from finding where %s"
                + " and name in (:names) group by kind_group, kind, namespace, name")
        .param("names", names)
        .query(row -> {
          var kind = new Kind(row.getString("kind_group"), row.getString("kind"));
          var key = new ObjectKey(kind, row.getString("namespace"), row.getString("name"));
          counts.put(key, row.getLong("n"));
        });
    return counts;
  }

  /** A finding as it was at an instant, or its last period; empty when there was none. */
  public Optional<Finding> find(UUID id, Optional<Instant> at) {
    return history(id).stream()
        .filter(period -> at.map(instant -> !period.from().isAfter(instant)).orElse(true))
        .reduce((earlier, later) -> later);
  }

  /** Those of these findings that are open now, gravest first. */
  public List<Finding> open(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select * from finding
                 where tenant_id = :tenant and valid_to is null and id in (:ids)
                 order by -weight, check_id, namespace, name, id
                """)
            .param("ids", ids)
            .query(rows)
            .list();
  }

  /** All periods of a finding, oldest first. */
  public List<Finding> history(UUID id) {
    return jdbc.sql(
            "select * from finding where tenant_id = :tenant and id = :id order by valid_from")
        .param("id", id)
        .query(rows)
        .list();
  }

  /** Other checks that fail on the same object. */
  public List<Finding> beside(Finding finding) {
    return jdbc.sql(
            """
            select * from finding
             where tenant_id = :tenant and cluster_id = :cluster and valid_to is null
               and kind_group = :group and kind = :kind and namespace = :namespace and name = :name
               and id <> :id
             order by -weight, check_id
            """)
        .param("cluster", finding.cluster())
        .param("group", finding.subject().kind().group())
        .param("kind", finding.subject().kind().name())
        .param("namespace", finding.subject().namespace())
        .param("name", finding.subject().name())
        .param("id", finding.id())
        .query(rows)
        .list();
  }

  private Clauses clauses(FindingFilter filter) {
    return Clauses.of(filter, clock.instant());
  }
}
