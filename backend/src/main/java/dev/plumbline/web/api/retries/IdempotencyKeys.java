package dev.plumbline.web.api.retries;

import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of one tenant's calls, each token's apart, for a day. */
@Component
@Transactional
class IdempotencyKeys {

  static final Duration KEPT = Duration.ofHours(24);

  private final TenantJdbc jdbc;
  private final Clock clock;

  IdempotencyKeys(TenantJdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes a key for a call, or tells what became of the call that took it before. */
  Earlier take(UUID token, String key, byte[] request) {
    Instant now = clock.instant();
    dropOutdated(token, key, now);
    boolean first =
        jdbc.sql(
                    """
                    insert into idempotency_key (tenant_id, token_id, key, request_hash, created_at)
                    values (:tenant, :token, :key, :hash, :now)
                    on conflict (tenant_id, token_id, key) do nothing
                    """)
                .param("token", token)
                .param("key", key)
                .param("hash", request)
                .param("now", TenantJdbc.time(now))
                .update()
            == 1;
    return first ? new Earlier.None() : earlier(token, key, request);
  }

  private void dropOutdated(UUID token, String key, Instant now) {
    jdbc.sql(
            """
            delete from idempotency_key
             where tenant_id = :tenant and token_id = :token and key = :key and created_at < :before
            """)
        .param("token", token)
        .param("key", key)
        .param("before", TenantJdbc.time(now.minus(KEPT)))
        .update();
  }

  private Earlier earlier(UUID token, String key, byte[] request) {
    return jdbc.sql(
            """
            select request_hash, created_at, status, content_type, location, body
              from idempotency_key
             where tenant_id = :tenant and token_id = :token and key = :key
            """)
        .param("token", token)
        .param("key", key)
        .query((row, number) -> earlier(row, request))
        .optional()
        .orElseGet(() -> new Earlier.Unanswered(clock.instant()));
  }

  private static Earlier earlier(ResultSet row, byte[] request) throws SQLException {
    if (!Arrays.equals(row.getBytes("request_hash"), request)) {
      return new Earlier.Different();
    }
    byte[] body = row.getBytes("body");
    return body == null
        ? new Earlier.Unanswered(row.getObject("created_at", OffsetDateTime.class).toInstant())
        : new Earlier.Answered(
            new Answer(
                row.getInt("status"),
                row.getString("content_type"),
                row.getString("location"),
                body));
  }

  /** Keeps the answer for whoever sends the call again. */
  void keep(UUID token, String key, Answer answer) {
    jdbc.sql(
            """
            update idempotency_key
               set status = :status, content_type = :type, location = :location, body = :body
             where tenant_id = :tenant and token_id = :token and key = :key
            """)
        .param("token", token)
        .param("key", key)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("body", answer.body())
        .update();
  }

  /** Frees the key of a call that made nothing. */
  void free(UUID token, String key) {
    jdbc.sql(
            """
            delete from idempotency_key
             where tenant_id = :tenant and token_id = :token and key = :key
            """)
        .param("token", token)
        .param("key", key)
        .update();
  }

  /** Forgets what is older than a day, at most so many at once; returns how many. */
  int prune(int limit) {
    return jdbc.sql(
            """
            delete from idempotency_key where tenant_id = :tenant and (token_id, key) in
              (select token_id, key from idempotency_key
                where tenant_id = :tenant and created_at < :before limit :limit)
            """)
        .param("before", TenantJdbc.time(clock.instant().minus(KEPT)))
        .param("limit", limit)
        .update();
  }
}
