package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Severity;
import dev.plumbline.check.Tally;
import dev.plumbline.tenant.TenantJdbc;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What each check said in each scan: the receipt behind every score. */
@Component
@Transactional(readOnly = true)
public class Tallies {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Tally>> KINDS = new TypeReference<>() {};
  private static final List<String> COLUMNS =
      List.of(
          "scan_id",
          "check_id",
          "severity",
          "state",
          "detail",
          "passed",
          "failed",
          "not_applicable",
          "unknown",
          "unread",
          "counts",
          "weight",
          "value_n",
          "value_d",
          "unknown_n",
          "unknown_d",
          "kinds",
          "digest");

  private final TenantJdbc jdbc;
  private final JsonMapper json;

  Tallies(TenantJdbc jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void record(UUID scan, Assessment assessment) {
    Map<String, Score.Line> lines =
        assessment.score().lines().stream()
            .collect(Collectors.toMap(Score.Line::check, Function.identity()));
    jdbc.insert(
        "check_tally",
        COLUMNS,
        assessment.results().stream()
            .map(result -> row(scan, result, Optional.ofNullable(lines.get(id(result)))))
            .toList());
  }

  /** Everything one scan's checks said, by check. */
  public List<CheckTally> ofScan(UUID scan) {
    return ofScans(List.of(scan));
  }

  /** Everything several scans' checks said, by scan and check. */
  public List<CheckTally> ofScans(Collection<UUID> scans) {
    return scans.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select * from check_tally
                 where tenant_id = :tenant and scan_id in (:scans) order by scan_id, check_id
                """)
            .param("scans", scans)
            .query((row, number) -> tally(row))
            .list();
  }

  private static String id(CheckResult result) {
    return result.check().id();
  }

  private @Nullable Object[] row(UUID scan, CheckResult result, Optional<Score.Line> line) {
    Tally tally = result.tally();
    return new @Nullable Object[] {
      scan,
      id(result),
      result.check().severity().name(),
      result.state().name(),
      result.detail(),
      tally.passed(),
      tally.failed(),
      tally.notApplicable(),
      tally.unknown(),
      TenantJdbc.json(json.writeValueAsString(result.unread())),
      line.isPresent(),
      line.map(Score.Line::weight).orElse(0),
      numerator(line.map(Score.Line::value)),
      denominator(line.map(Score.Line::value)),
      numerator(line.map(Score.Line::unknown)),
      denominator(line.map(Score.Line::unknown)),
      TenantJdbc.json(json.writeValueAsString(result.kinds())),
      result.check().digest()
    };
  }

  private static BigDecimal numerator(Optional<Score.Fraction> fraction) {
    return new BigDecimal(fraction.orElse(Score.Fraction.ZERO).numerator());
  }

  private static BigDecimal denominator(Optional<Score.Fraction> fraction) {
    return new BigDecimal(fraction.orElse(Score.Fraction.ZERO).denominator());
  }

  private CheckTally tally(java.sql.ResultSet row) throws java.sql.SQLException {
    String check = row.getString("check_id");
    return new CheckTally(
        row.getObject("scan_id", UUID.class),
        check,
        Severity.valueOf(row.getString("severity")),
        CheckResult.State.valueOf(row.getString("state")),
        row.getString("detail"),
        new Tally(
            row.getInt("passed"),
            row.getInt("failed"),
            row.getInt("not_applicable"),
            row.getInt("unknown")),
        json.readValue(row.getString("unread"), NAMES),
        row.getBoolean("counts")
            ? Optional.of(
                new Score.Line(
                    check, row.getInt("weight"), fraction(row, "value"), fraction(row, "unknown")))
            : Optional.empty(),
        json.readValue(row.getString("kinds"), KINDS));
  }

  private static Score.Fraction fraction(java.sql.ResultSet row, String name)
      throws java.sql.SQLException {
    return new Score.Fraction(
        row.getBigDecimal(name + "_n").toBigIntegerExact(),
        row.getBigDecimal(name + "_d").toBigIntegerExact());
  }
}
