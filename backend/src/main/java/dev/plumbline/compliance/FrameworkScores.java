package dev.plumbline.compliance;

import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.tenant.TenantJdbc;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the table {@code framework_score}. */
@Component
class FrameworkScores {

  private static final List<ControlStatus> COUNTED = List.of(ControlStatus.values());

  private final TenantJdbc jdbc;

  FrameworkScores(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID scan, Instant at, String rulePack, Collection<FrameworkStanding> standings) {
    jdbc.insert(
        "framework_score",
        columns(),
        standings.stream().map(each -> row(scan, at, rulePack, each)).toList());
  }

  void delete(Collection<UUID> scans) {
    if (!scans.isEmpty()) {
      jdbc.sql("delete from framework_score where tenant_id = :tenant and scan_id in (:scans)")
          .param("scans", scans)
          .update();
    }
  }

  List<FrameworkScore> history(String framework, UUID cluster, Instant from, Instant to) {
    return jdbc.sql(
            """
            select * from framework_score
             where tenant_id = :tenant and framework = :framework and cluster_id = :cluster
               and at >= :from and at <= :to
             order by at
            """)
        .param("framework", framework)
        .param("cluster", cluster)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(FrameworkScores::read)
        .list();
  }

  List<FrameworkScore> latest(Instant at) {
    return jdbc.sql(
            """
            select distinct on (cluster_id, framework) * from framework_score
             where tenant_id = :tenant and at <= :at
             order by cluster_id, framework, at desc
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(FrameworkScores::read)
        .list();
  }

  private static List<String> columns() {
    var columns =
        new ArrayList<>(
            List.of(
                "scan_id",
                "framework",
                "cluster_id",
                "at",
                "mapping_version",
                "rule_pack",
                "score_n",
                "score_d"));
    COUNTED.forEach(status -> columns.add(column(status)));
    return columns;
  }

  private static @Nullable Object[] row(
      UUID scan, Instant at, String rulePack, FrameworkStanding standing) {
    Optional<Fraction> score = standing.value();
    var row = new ArrayList<@Nullable Object>();
    row.add(scan);
    row.add(standing.framework().id());
    row.add(standing.cluster());
    row.add(at.atOffset(ZoneOffset.UTC));
    row.add(standing.framework().mappingVersion());
    row.add(rulePack);
    row.add(score.map(value -> new BigDecimal(value.numerator())).orElse(null));
    row.add(score.map(value -> new BigDecimal(value.denominator())).orElse(null));
    Counts counts = standing.counts();
    COUNTED.forEach(status -> row.add(counts.of(status)));
    return row.toArray();
  }

  private static FrameworkScore read(ResultSet row, int number) throws SQLException {
    return new FrameworkScore(
        row.getObject("scan_id", UUID.class),
        row.getObject("cluster_id", UUID.class),
        row.getString("framework"),
        AttestationRow.instant(row, "at"),
        row.getString("mapping_version"),
        row.getString("rule_pack"),
        counts(row),
        score(row));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    var counts = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
    for (ControlStatus status : COUNTED) {
      counts.put(status, row.getInt(column(status)));
    }
    return new Counts(counts);
  }

  private static Optional<Fraction> score(ResultSet row) throws SQLException {
    BigDecimal numerator = row.getBigDecimal("score_n");
    return numerator == null
        ? Optional.empty()
        : Optional.of(
            new Score.Fraction(
                numerator.toBigIntegerExact(), row.getBigDecimal("score_d").toBigIntegerExact()));
  }

  private static String column(ControlStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
