package dev.plumbline.rulebook;

import dev.plumbline.check.Cost;
import dev.plumbline.rulebook.OwnCheck.Rehearsed;
import dev.plumbline.rulebook.OwnCheck.State;
import dev.plumbline.rulebook.OwnCheck.Tried;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The table {@code own_check}. */
@Component
class OwnCheckRows {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "slug",
          "state",
          "source",
          "digest",
          "created_by",
          "created_at",
          "changed_by",
          "changed_at",
          "fixtures_well",
          "fixtures_words",
          "fixtures_steps",
          "fixtures_most");

  private static final int LONGEST = 4000;

  private final TenantJdbc jdbc;

  OwnCheckRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** One change after the other. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(cast(:tenant as text) || :what, 0))")
        .param("what", "own_check")
        .query((row, number) -> number)
        .single();
  }

  List<OwnCheck> all() {
    return jdbc.sql("select * from own_check where tenant_id = :tenant order by slug")
        .query((row, number) -> read(row))
        .list();
  }

  Optional<OwnCheck> find(String slug) {
    return jdbc.sql("select * from own_check where tenant_id = :tenant and slug = :slug")
        .param("slug", slug)
        .query((row, number) -> read(row))
        .optional();
  }

  /** What a catalogue is made of, in short: changes whenever that does. */
  List<String> fingerprint() {
    return jdbc.sql(
            """
            select slug || ' ' || state || ' ' || counted_digest from own_check
             where tenant_id = :tenant and counted is not null order by slug
            """)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** Whether the name was free. */
  boolean insert(
      UUID id,
      String slug,
      String source,
      String digest,
      Optional<Rehearsed> fixtures,
      Instant at) {
    try {
      jdbc.insert(
          "own_check",
          COLUMNS,
          List.<@Nullable Object[]>of(
              new @Nullable Object[] {
                id,
                slug,
                State.DRAFT.name(),
                source,
                digest,
                Actor.current().label(),
                at,
                Actor.current().label(),
                at,
                fixtures.map(Rehearsed::hold).orElse(null),
                fixtures.map(OwnCheckRows::words).orElse(null),
                fixtures.map(one -> one.cost().steps()).orElse(null),
                fixtures.map(one -> one.cost().most()).orElse(null)
              }));
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  void write(UUID id, String source, String digest, Optional<Rehearsed> fixtures, Instant at) {
    jdbc.sql(
            """
            update own_check
               set source = :source, digest = :digest, changed_by = :actor, changed_at = :at,
                   fixtures_well = :well, fixtures_words = :words, fixtures_steps = :steps,
                   fixtures_most = :most
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("source", source)
        .param("digest", digest)
        .param("well", fixtures.map(Rehearsed::hold).orElse(null), Types.BOOLEAN)
        .param("words", fixtures.map(OwnCheckRows::words).orElse(null), Types.VARCHAR)
        .param("steps", fixtures.map(one -> one.cost().steps()).orElse(null), Types.BIGINT)
        .param("most", fixtures.map(one -> one.cost().most()).orElse(null), Types.BIGINT)
        .param("actor", Actor.current().label())
        .param("at", TenantJdbc.time(at))
        .update();
  }

  private static String words(Rehearsed fixtures) {
    String words = String.join("\n", fixtures.words());
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }

  /** Lets the source count, or no longer. */
  void become(UUID id, State state, Instant at) {
    String counted = state == State.ACTIVE ? "counted = source, counted_digest = digest," : "";
    jdbc.sql(
            "update own_check set "
                + counted
                + " state = :state, changed_by = :actor, changed_at = :at"
                + " where tenant_id = :tenant and id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("actor", Actor.current().label())
        .param("at", TenantJdbc.time(at))
        .update();
  }

  /** Unless another source has taken its place meanwhile. */
  void tried(UUID id, Tried trial, Cost cost) {
    jdbc.sql(
            """
            update own_check
               set tried_digest = :digest, tried_on = :cluster, tried_at = :at, tried_well = :well,
                   tried_words = :words, tried_steps = :steps, tried_most = :most
             where tenant_id = :tenant and id = :id and digest = :digest
            """)
        .param("id", id)
        .param("digest", trial.digest())
        .param("cluster", trial.cluster())
        .param("at", TenantJdbc.time(trial.at()))
        .param("well", trial.well())
        .param("words", trial.words())
        .param("steps", cost.steps())
        .param("most", cost.most())
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from own_check where tenant_id = :tenant and id = :id")
        .param("id", id)
        .update();
  }

  private static OwnCheck read(ResultSet row) throws SQLException {
    return new OwnCheck(
        row.getObject("id", UUID.class),
        row.getString("slug"),
        State.valueOf(row.getString("state")),
        row.getString("source"),
        row.getString("digest"),
        Optional.ofNullable(row.getString("counted")),
        row.getString("created_by"),
        instant(row, "created_at"),
        row.getString("changed_by"),
        instant(row, "changed_at"),
        Optional.ofNullable(row.getString("tried_digest")).isPresent()
            ? Optional.of(trial(row))
            : Optional.empty(),
        row.getString("fixtures_words") == null ? Optional.empty() : Optional.of(fixtures(row)));
  }

  private static Tried trial(ResultSet row) throws SQLException {
    return new Tried(
        row.getString("tried_digest"),
        row.getString("tried_on"),
        instant(row, "tried_at"),
        row.getBoolean("tried_well"),
        row.getString("tried_words"),
        row.getObject("tried_steps") == null
            ? null
            : Cost.overSnapshot(row.getLong("tried_steps"), row.getLong("tried_most")));
  }

  private static Rehearsed fixtures(ResultSet row) throws SQLException {
    return new Rehearsed(
        row.getBoolean("fixtures_well"),
        row.getString("fixtures_words").lines().toList(),
        Cost.overFixtures(row.getLong("fixtures_steps"), row.getLong("fixtures_most")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
