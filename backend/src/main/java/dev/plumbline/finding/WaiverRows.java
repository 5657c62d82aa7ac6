package dev.plumbline.finding;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code waiver}. */
@Component
class WaiverRows {

  /** Whether an exception is in force for a row of {@code finding}, at {@code :moment}. */
  static final String COVERED =
      "exists (select from waiver w where w.tenant_id = :tenant and w.finding_id = finding.id"
          + " and w.approved and w.decided_at <= :moment and w.expires_at > :moment"
          + " and (w.withdrawn_at is null or w.withdrawn_at > :moment))";

  private static final String STATE =
      """
      case when withdrawn_at <= :moment and withdrawn_at < expires_at then 'WITHDRAWN'
           when decided_at <= :moment and not approved then 'REFUSED'
           when expires_at <= :moment then 'EXPIRED'
           when decided_at <= :moment then 'APPROVED'
           else 'REQUESTED' end\
      """;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "finding_id",
          "cluster_id",
          "check_id",
          "kind_group",
          "kind",
          "namespace",
          "name",
          "reason",
          "compensation",
          "requester",
          "requested_by",
          "requested_at",
          "expires_at");

  private final TenantJdbc jdbc;

  WaiverRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  void insert(List<Waiver> waivers) {
    jdbc.insert("waiver", COLUMNS, waivers.stream().map(WaiverRows::cells).toList());
  }

  private static @Nullable Object[] cells(Waiver one) {
    return new @Nullable Object[] {
      one.id(),
      one.finding(),
      one.cluster(),
      one.check(),
      one.subject().kind().group(),
      one.subject().kind().name(),
      one.subject().namespace(),
      one.subject().name(),
      one.reason(),
      one.compensation(),
      one.requester(),
      one.requestedBy(),
      one.requestedAt(),
      one.expiresAt()
    };
  }

  Optional<Waiver> one(UUID id) {
    return jdbc.sql("select * from waiver where tenant_id = :tenant and id = :id")
        .param("id", id)
        .query(WaiverRows::waiver)
        .optional();
  }

  List<Waiver> of(Collection<UUID> findings) {
    return jdbc.sql("select * from waiver where tenant_id = :tenant and finding_id in (:findings)")
        .param("findings", findings)
        .query(WaiverRows::waiver)
        .list();
  }

  /** Locks rows until the transaction ends, so that two people cannot decide at once. */
  List<Waiver> locked(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select * from waiver where tenant_id = :tenant and id in (:ids) order by id for update
            """)
        .param("ids", ids)
        .query(WaiverRows::waiver)
        .list();
  }

  /** Findings for which somebody waits for a decision; what has run out undecided is closed. */
  List<UUID> waiting(Collection<UUID> findings, Instant now) {
    jdbc.sql(
            """
            update waiver set withdrawn_at = expires_at, withdrawn_by = 'system'
             where tenant_id = :tenant and finding_id in (:findings) and expires_at <= :now
               and decided_at is null and withdrawn_at is null
            """)
        .param("findings", findings)
        .param("now", TenantJdbc.time(now))
        .update();
    return jdbc.sql(
            """
            select finding_id from waiver
             where tenant_id = :tenant and finding_id in (:findings)
               and decided_at is null and withdrawn_at is null
            """)
        .param("findings", findings)
        .query((row, number) -> row.getObject("finding_id", UUID.class))
        .list();
  }

  void decide(Collection<UUID> ids, UUID decider, Waiver.Decision decision) {
    jdbc.sql(
            """
            update waiver set decider = :decider, decided_by = :by, decided_at = :at,
                   approved = :approved, decision_note = :note
             where tenant_id = :tenant and id in (:ids)
            """)
        .param("decider", decider)
        .param("by", decision.by())
        .param("at", TenantJdbc.time(decision.at()))
        .param("approved", decision.approved())
        .param("note", decision.note())
        .param("ids", ids)
        .update();
  }

  void withdraw(Collection<UUID> ids, Waiver.Withdrawal withdrawal) {
    jdbc.sql(
            """
            update waiver set withdrawn_by = :by, withdrawn_at = :at
             where tenant_id = :tenant and id in (:ids)
            """)
        .param("by", withdrawal.by())
        .param("at", TenantJdbc.time(withdrawal.at()))
        .param("ids", ids)
        .update();
  }

  List<Waiver> list(WaiverFilter filter, WaiverPage.@Nullable Position after, int limit) {
    String beyond = after == null ? "" : " and (expires_at, id) > (:end, :last)";
    var statement =
        asked(
                "select * from waiver where %s" + beyond + " order by expires_at, id limit :limit",
                filter)
            .param("limit", limit);
    if (after != null) {
      statement
          .param("end", TenantJdbc.time(Instant.parse(after.expiresAt())))
          .param("last", after.id());
    }
    return statement.query(WaiverRows::waiver).list();
  }

  long count(WaiverFilter filter) {
    return asked("select count(*) from waiver where %s", filter).query(Long.class).single();
  }

  /** A statement whose text names {@code %s} where the filter goes. */
  private JdbcClient.StatementSpec asked(String statement, WaiverFilter filter) {
    List<String> texts = new ArrayList<>(List.of("tenant_id = :tenant", "requested_at <= :moment"));
    Map<String, Object> values = new HashMap<>();
    values.put("moment", TenantJdbc.time(filter.at()));
    if (!filter.states().isEmpty()) {
      texts.add(STATE + " in (:states)");
      values.put("states", filter.states().stream().map(Enum::name).toList());
    }
    filter
        .endsBefore()
        .ifPresent(end -> {
          texts.add("expires_at < :before");
          values.put("before", TenantJdbc.time(end));
        });
    filter
        .finding()
        .ifPresent(id -> {
          texts.add("finding_id = :finding");
          values.put("finding", id);
        });
    if (!filter.clusters().isEmpty()) {
      texts.add("cluster_id in (:clusters)");
      values.put("clusters", filter.clusters());
    }
    if (!filter.text().isEmpty()) {
      texts.add(
          "position(:text in lower(concat_ws(' ', check_id, kind, namespace, name, reason,"
              + " requested_by))) > 0");
      values.put("text", filter.text().toLowerCase(Locale.ROOT));
    }
    return jdbc.sql(statement.formatted(String.join(" and ", texts))).params(values);
  }

  static Waiver waiver(ResultSet row, int number) throws SQLException {
    return new Waiver(
        row.getObject("id", UUID.class),
        row.getObject("finding_id", UUID.class),
        row.getObject("cluster_id", UUID.class),
        row.getString("check_id"),
        new ObjectKey(
            new Kind(row.getString("kind_group"), row.getString("kind")),
            row.getString("namespace"),
            row.getString("name")),
        row.getString("reason"),
        row.getString("compensation"),
        row.getObject("requester", UUID.class),
        row.getString("requested_by"),
        instant(row, "requested_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        decision(row),
        withdrawal(row));
  }

  private static Optional<Waiver.Decision> decision(ResultSet row) throws SQLException {
    var at = instant(row, "decided_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Waiver.Decision(
                row.getBoolean("approved"),
                row.getString("decided_by"),
                at.get(),
                row.getString("decision_note")));
  }

  private static Optional<Waiver.Withdrawal> withdrawal(ResultSet row) throws SQLException {
    var at = instant(row, "withdrawn_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Waiver.Withdrawal(row.getString("withdrawn_by"), at.get()));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
