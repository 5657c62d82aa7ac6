package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Tally;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.TenantJdbc;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What moved every check's part in the score, from look to look. */
@Component
@Transactional(readOnly = true)
public class Moves {

  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Tally>> KINDS = new TypeReference<>() {};
  private static final List<String> COLUMNS =
      List.of("scan_id", "check_id", "cause", "objects", "counts", "weight", "value_n", "value_d");

  private final TenantJdbc jdbc;
  private final JsonMapper json;

  Moves(TenantJdbc jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The moves of several scans, scan by scan in the order given. */
  public List<Move> of(List<UUID> scans) {
    Map<UUID, List<Move>> found = new HashMap<>();
    if (!scans.isEmpty()) {
      jdbc.sql("select * from check_move where tenant_id = :tenant and scan_id in (:scans)")
          .param("scans", scans)
          .query((row, number) -> move(row))
          .list()
          .forEach(move ->
              found.computeIfAbsent(move.scan(), scan -> new java.util.ArrayList<>()).add(move));
    }
    return scans.stream()
        .flatMap(scan -> found.getOrDefault(scan, List.of()).stream().sorted(ORDER))
        .toList();
  }

  private static final java.util.Comparator<Move> ORDER =
      java.util.Comparator.comparing(Move::cause).thenComparing(Move::check);

  void record(UUID scan, Steps.Before before, Assessment assessment) {
    jdbc.insert(
        "check_move",
        COLUMNS,
        Steps.of(scan, before, assessment).stream().map(Moves::row).toList());
  }

  /** What is known of the look before, to be read before this one is written. */
  Steps.Before before(
      UUID previous, Collection<OpenFinding> open, Collection<Blind> blind, Set<ObjectKey> came) {
    return new Steps.Before(
        checks(previous),
        byCheck(open, OpenFinding::check, OpenFinding::subject),
        byCheck(blind, Blind::check, Blind::subject),
        came);
  }

  private static <T> Map<String, Set<ObjectKey>> byCheck(
      Collection<T> all, Function<T, String> check, Function<T, ObjectKey> subject) {
    Map<String, Set<ObjectKey>> byCheck = new HashMap<>();
    all.forEach(one ->
        byCheck.computeIfAbsent(check.apply(one), id -> new HashSet<>()).add(subject.apply(one)));
    return byCheck;
  }

  private Map<String, PastCheck> checks(UUID scan) {
    Map<String, PastCheck> checks = new HashMap<>();
    jdbc.sql("select * from check_tally where tenant_id = :tenant and scan_id = :scan")
        .param("scan", scan)
        .query((row, number) -> past(row))
        .list()
        .forEach(past -> checks.put(past.check(), past));
    return checks;
  }

  private PastCheck past(ResultSet row) throws SQLException {
    return new PastCheck(
        row.getString("check_id"),
        row.getString("digest"),
        CheckResult.State.valueOf(row.getString("state")),
        json.readValue(row.getString("kinds"), KINDS),
        json.readValue(row.getString("unread"), NAMES),
        part(row));
  }

  private static Move move(ResultSet row) throws SQLException {
    return new Move(
        row.getObject("scan_id", UUID.class),
        row.getString("check_id"),
        Cause.valueOf(row.getString("cause")),
        row.getInt("objects"),
        part(row));
  }

  private static Optional<Move.Part> part(ResultSet row) throws SQLException {
    return row.getBoolean("counts")
        ? Optional.of(
            new Move.Part(
                row.getInt("weight"),
                new Score.Fraction(
                    row.getBigDecimal("value_n").toBigIntegerExact(),
                    row.getBigDecimal("value_d").toBigIntegerExact())))
        : Optional.empty();
  }

  private static @Nullable Object[] row(Move move) {
    var value = move.part().map(Move.Part::value).orElse(Score.Fraction.ZERO);
    return new @Nullable Object[] {
      move.scan(),
      move.check(),
      move.cause().name(),
      move.objects(),
      move.part().isPresent(),
      move.part().map(Move.Part::weight).orElse(0),
      new BigDecimal(value.numerator()),
      new BigDecimal(value.denominator())
    };
  }
}
