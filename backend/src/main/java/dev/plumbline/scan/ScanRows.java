package dev.plumbline.scan;

import dev.plumbline.check.Score;
import dev.plumbline.finding.Change;
import dev.plumbline.tenant.TenantJdbc;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of table {@code scan}. */
@Component
class ScanRows {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final TenantJdbc jdbc;
  private final JsonMapper json;

  ScanRows(TenantJdbc jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(UUID id, UUID cluster, Scan.Cause cause, String by, Instant at) {
    jdbc.sql(
            """
            insert into scan (tenant_id, id, cluster_id, cause, requested_by, requested_at, state)
            values (:tenant, :id, :cluster, :cause, :by, :at, 'QUEUED')
            on conflict (tenant_id, id) do nothing
            """)
        .param("id", id)
        .param("cluster", cluster)
        .param("cause", cause.name())
        .param("by", by)
        .param("at", TenantJdbc.time(at))
        .update();
  }

  /** Also begins anew a scan whose earlier attempt was lost. */
  void start(UUID id, Instant at) {
    jdbc.sql(
            """
            update scan set state = 'RUNNING', started_at = :at, heartbeat_at = :at, failure = ''
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("at", TenantJdbc.time(at))
        .update();
  }

  void progress(UUID id, Scan.Phase phase, int done, int total, String detail, Instant at) {
    jdbc.sql(
            """
            update scan set phase = :phase, phase_done = :done, phase_total = :total,
                            phase_detail = :detail, heartbeat_at = :at
             where tenant_id = :tenant and id = :id and state = 'RUNNING'
            """)
        .param("id", id)
        .param("phase", phase.name())
        .param("done", done)
        .param("total", total)
        .param("detail", detail)
        .param("at", TenantJdbc.time(at))
        .update();
  }

  void end(UUID id, Scan.State state, String failure, Instant at) {
    jdbc.sql(
            """
            update scan set state = :state, failure = :failure, finished_at = :at
             where tenant_id = :tenant and id = :id and state in ('QUEUED', 'RUNNING')
            """)
        .param("id", id)
        .param("state", state.name())
        .param("failure", failure)
        .param("at", TenantJdbc.time(at))
        .update();
  }

  void done(UUID id, Outcome outcome, Change change, Instant finishedAt) {
    Optional<Score.Fraction> score = outcome.score().value();
    jdbc.sql(
            """
            update scan set state = 'DONE', finished_at = :finished, taken_at = :taken,
                   notes = cast(:notes as jsonb), server_version = :version,
                   distribution = :distribution, rule_pack = :rulePack,
                   objects = :objects, workloads = :workloads, namespaces = :namespaces,
                   opened = :opened, fixed = :fixed, reopened = :reopened,
                   came = :came, went = :went,
                   score_n = :scoreN, score_d = :scoreD, coverage = :coverage,
                   potential = :potential
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("finished", TenantJdbc.time(finishedAt))
        .param("taken", TenantJdbc.time(outcome.takenAt()))
        .param("notes", json.writeValueAsString(outcome.notes()))
        .param("version", outcome.serverVersion())
        .param("distribution", outcome.distribution())
        .param("rulePack", outcome.rulePack())
        .param("objects", outcome.size().objects())
        .param("workloads", outcome.size().workloads())
        .param("namespaces", outcome.size().namespaces())
        .param("opened", change.opened())
        .param("fixed", change.fixed())
        .param("reopened", change.reopened())
        .param("came", change.came())
        .param("went", change.went())
        .param("scoreN", score.map(value -> new BigDecimal(value.numerator())).orElse(null))
        .param("scoreD", score.map(value -> new BigDecimal(value.denominator())).orElse(null))
        .param("coverage", rounded(outcome.score().coverage()))
        .param("potential", rounded(outcome.score().potential()))
        .update();
  }

  private static @Nullable BigDecimal rounded(Optional<Score.Fraction> fraction) {
    return fraction.map(value -> value.rounded(6)).orElse(null);
  }

  Optional<Scan> find(UUID id) {
    return jdbc.sql("select * from scan where tenant_id = :tenant and id = :id")
        .param("id", id)
        .query(mapper())
        .optional();
  }

  List<Scan> ofCluster(UUID cluster, int limit) {
    return jdbc.sql(
            """
            select * from scan where tenant_id = :tenant and cluster_id = :cluster
             order by requested_at desc, id desc limit :limit
            """)
        .param("cluster", cluster)
        .param("limit", limit)
        .query(mapper())
        .list();
  }

  List<Scan> ofClusterBefore(UUID cluster, Instant requestedAt, UUID id, int limit) {
    return jdbc.sql(
            """
            select * from scan where tenant_id = :tenant and cluster_id = :cluster
               and (requested_at, id) < (:at, :id)
             order by requested_at desc, id desc limit :limit
            """)
        .param("cluster", cluster)
        .param("at", TenantJdbc.time(requestedAt))
        .param("id", id)
        .param("limit", limit)
        .query(mapper())
        .list();
  }

  /** The newest finished scan of each cluster that looked at or before an instant. */
  List<Scan> latest(Instant at) {
    return jdbc.sql(
            """
            select distinct on (cluster_id) * from scan
             where tenant_id = :tenant and state = 'DONE' and taken_at <= :at
             order by cluster_id, taken_at desc
            """)
        .param("at", TenantJdbc.time(at))
        .query(mapper())
        .list();
  }

  /** Finished scans that looked within a stretch of time, oldest first. */
  List<Scan> between(Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from scan
             where tenant_id = :tenant and state = 'DONE' and taken_at > :from and taken_at <= :to
             order by taken_at, id
            """)
        .param("from", TenantJdbc.time(from))
        .param("to", TenantJdbc.time(to))
        .query(mapper())
        .list();
  }

  /**
   * Scans that ended before an instant and that nothing needs any more: not the one that held for
   * its cluster then, nor the last look of its day.
   */
  List<UUID> outdated(Instant before, int limit) {
    return old(
        """
        and (s.state in ('FAILED', 'CANCELLED')
             or exists (select from scan later
                         where later.tenant_id = :tenant and later.cluster_id = s.cluster_id
                           and later.state = 'DONE' and later.taken_at > s.taken_at
                           and (later.taken_at at time zone 'UTC')::date
                               = (s.taken_at at time zone 'UTC')::date))
        """,
        before,
        limit);
  }

  /** Scans before an instant that hold no more, but whose receipts are still there. */
  List<UUID> receipted(Instant before, int limit) {
    return old(
        """
        and (exists (select from check_tally t
                      where t.tenant_id = :tenant and t.scan_id = s.id)
             or exists (select from scan_coverage c
                         where c.tenant_id = :tenant and c.scan_id = s.id))
        """,
        before,
        limit);
  }

  private List<UUID> old(String which, Instant before, int limit) {
    return jdbc.sql(
            """
            select s.id from scan s
             where s.tenant_id = :tenant and s.state in ('DONE', 'FAILED', 'CANCELLED')
               and coalesce(s.taken_at, s.requested_at) < :before
               and (s.state <> 'DONE'
                    or s.taken_at < (select max(held.taken_at) from scan held
                                      where held.tenant_id = :tenant
                                        and held.cluster_id = s.cluster_id
                                        and held.state = 'DONE' and held.taken_at <= :before))
            """
                + which
                + " order by s.id limit :limit")
        .param("before", TenantJdbc.time(before))
        .param("limit", limit)
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  void delete(List<UUID> scans) {
    if (!scans.isEmpty()) {
      jdbc.sql("delete from scan where tenant_id = :tenant and id in (:scans)")
          .param("scans", scans)
          .update();
    }
  }

  Optional<Instant> lastLook(UUID cluster) {
    return jdbc.sql(
            """
            select max(taken_at) as last from scan
             where tenant_id = :tenant and cluster_id = :cluster and state = 'DONE'
            """)
        .param("cluster", cluster)
        .query((row, number) -> instant(row, "last"))
        .single();
  }

  /** Forgets scans that never came to an end. */
  List<UUID> dropUnfinished(UUID cluster, Scan.Cause cause) {
    return jdbc.sql(
            """
            delete from scan
             where tenant_id = :tenant and cluster_id = :cluster and cause = :cause
               and state in ('QUEUED', 'RUNNING')
            returning id
            """)
        .param("cluster", cluster)
        .param("cause", cause.name())
        .query((row, number) -> row.getObject("id", UUID.class))
        .list();
  }

  /** The scan whose look is the newest of a cluster. */
  Optional<UUID> holding(UUID cluster) {
    return jdbc.sql(
            """
            select id from scan
             where tenant_id = :tenant and cluster_id = :cluster and state = 'DONE'
             order by taken_at desc limit 1
            """)
        .param("cluster", cluster)
        .query(UUID.class)
        .optional();
  }

  private RowMapper<Scan> mapper() {
    return (row, number) ->
        new Scan(
            row.getObject("id", UUID.class),
            row.getObject("cluster_id", UUID.class),
            Scan.Cause.valueOf(row.getString("cause")),
            row.getString("requested_by"),
            instant(row, "requested_at").orElseThrow(),
            Scan.State.valueOf(row.getString("state")),
            new Scan.Progress(
                Scan.Phase.valueOf(row.getString("phase")),
                row.getInt("phase_done"),
                row.getInt("phase_total"),
                row.getString("phase_detail"),
                instant(row, "heartbeat_at")),
            instant(row, "started_at"),
            instant(row, "taken_at"),
            instant(row, "finished_at"),
            row.getString("failure"),
            json.readValue(row.getString("notes"), TEXTS),
            row.getString("server_version"),
            row.getString("distribution"),
            row.getString("rule_pack"),
            new Scan.Size(row.getInt("objects"), row.getInt("workloads"), row.getInt("namespaces")),
            new Change(
                row.getInt("opened"),
                row.getInt("reopened"),
                row.getInt("fixed"),
                row.getInt("came"),
                row.getInt("went")),
            result(row));
  }

  private static Optional<Scan.Result> result(ResultSet row) throws SQLException {
    BigDecimal coverage = row.getBigDecimal("coverage");
    if (coverage == null) {
      return Optional.empty();
    }
    BigDecimal numerator = row.getBigDecimal("score_n");
    return Optional.of(
        new Scan.Result(
            numerator == null
                ? Optional.empty()
                : Optional.of(
                    new Score.Fraction(
                        numerator.toBigIntegerExact(),
                        row.getBigDecimal("score_d").toBigIntegerExact())),
            coverage,
            row.getBigDecimal("potential")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /** What a scan came to. */
  record Outcome(
      Instant takenAt,
      List<String> notes,
      String serverVersion,
      String distribution,
      String rulePack,
      Scan.Size size,
      Score score) {}
}
