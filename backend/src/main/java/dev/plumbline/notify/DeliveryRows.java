package dev.plumbline.notify;

import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the outbox, of its tries, and of those who said no more. */
@Component
class DeliveryRows {

  private static final String SELECT =
      """
      select id, report_id, channel, recipient, state, attempts, detail, created_at, last_at, sent_at
        from delivery where tenant_id = :tenant
      """;

  private final TenantJdbc jdbc;

  DeliveryRows(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** False when this news has its row already. */
  boolean insert(Delivery delivery, String stopToken) {
    return jdbc.sql(
                """
                insert into delivery (tenant_id, id, report_id, channel, recipient, state, detail,
                  stop_token, created_at)
                values (:tenant, :id, :report, :channel, :recipient, :state, :detail, :token, :now)
                on conflict (tenant_id, report_id, channel, recipient) do nothing
                """)
            .param("id", delivery.id())
            .param("report", delivery.report())
            .param("channel", delivery.channel())
            .param("recipient", delivery.recipient())
            .param("state", delivery.state().name())
            .param("detail", delivery.detail())
            .param("token", stopToken)
            .param("now", time(delivery.createdAt()))
            .update()
        == 1;
  }

  void sending(UUID id, Instant now) {
    jdbc.sql(
            """
            update delivery set state = 'SENDING', attempts = attempts + 1, last_at = :now
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("now", time(now))
        .update();
  }

  void ended(UUID id, Delivery.State state, String detail, @Nullable Instant sentAt) {
    jdbc.sql(
            """
            update delivery set state = :state, detail = :detail, sent_at = :sent
             where tenant_id = :tenant and id = :id
            """)
        .param("id", id)
        .param("state", state.name())
        .param("detail", detail)
        .param("sent", sentAt == null ? null : time(sentAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void attempted(UUID id, String outcome, String detail, Instant now) {
    jdbc.sql(
            """
            insert into delivery_attempt (tenant_id, id, delivery_id, at, outcome, detail)
            values (:tenant, :id, :delivery, :now, :outcome, :detail)
            """)
        .param("id", Ids.next())
        .param("delivery", id)
        .param("now", time(now))
        .param("outcome", outcome)
        .param("detail", detail)
        .update();
  }

  Optional<Delivery> find(UUID id) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("id", id)
        .query(DeliveryRows::delivery)
        .optional();
  }

  List<Delivery> of(UUID report) {
    return jdbc.sql(SELECT + " and report_id = :report order by recipient")
        .param("report", report)
        .query(DeliveryRows::delivery)
        .list();
  }

  List<Delivery> newest(int limit) {
    return jdbc.sql(SELECT + " order by created_at desc, id desc limit :limit")
        .param("limit", limit)
        .query(DeliveryRows::delivery)
        .list();
  }

  String stopToken(UUID id) {
    return jdbc.sql("select stop_token from delivery where tenant_id = :tenant and id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  Optional<Delivery> withToken(String token) {
    return jdbc.sql(SELECT + " and stop_token = :token")
        .param("token", token)
        .query(DeliveryRows::delivery)
        .optional();
  }

  void stop(UUID schedule, Delivery delivery, Instant now) {
    jdbc.sql(
            """
            insert into delivery_stop (tenant_id, schedule_id, channel, recipient, at)
            values (:tenant, :schedule, :channel, :recipient, :now)
            on conflict (tenant_id, schedule_id, channel, recipient) do nothing
            """)
        .param("schedule", schedule)
        .param("channel", delivery.channel())
        .param("recipient", delivery.recipient())
        .param("now", time(now))
        .update();
  }

  boolean stopped(UUID schedule, String channel, String recipient) {
    return jdbc.sql(
            """
            select exists (select from delivery_stop where tenant_id = :tenant
              and schedule_id = :schedule and channel = :channel and recipient = :recipient)
            """)
        .param("schedule", schedule)
        .param("channel", channel)
        .param("recipient", recipient)
        .query(Boolean.class)
        .single();
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("report_id", UUID.class),
        row.getString("channel"),
        row.getString("recipient"),
        Delivery.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("detail"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "last_at"),
        instant(row, "sent_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
