package dev.plumbline.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The audit log of an organisation: a chain in which every row seals the one before it. */
@Component
@Transactional
public class Audit {

  private static final byte[] GENESIS = new byte[32];
  private static final byte[] LEAF = {0};

  private final TenantJdbc jdbc;
  private final Clock clock;

  Audit(TenantJdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Adds what the current actor does, within the transaction that does it.
   *
   * @param action past tense and dotted, such as {@code cluster.registered}
   * @param target what it was done to
   * @param detail for people, without secrets; may be empty
   */
  public void record(String action, String target, String detail) {
    var head = head();
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var entry = new Entry(head.seq() + 1, at, Actor.current().label(), action, target, detail);
    byte[] hash = entry.sealed(head.hash());
    jdbc.insert(
        "audit_event",
        List.of("seq", "at", "actor", "action", "target", "detail", "prev_hash", "hash"),
        List.<Object[]>of(
            new Object[] {
              entry.seq(),
              at.atOffset(ZoneOffset.UTC),
              entry.actor(),
              action,
              target,
              detail,
              head.hash(),
              hash
            }));
    jdbc.sql("update audit_head set seq = :seq, hash = :hash where tenant_id = :tenant")
        .param("seq", entry.seq())
        .param("hash", hash)
        .update();
  }

  /** The newest entries before a number, newest first. */
  @Transactional(readOnly = true)
  public List<Entry> before(long seq, int limit) {
    return sealedBefore(seq, limit).stream().map(Sealed::entry).toList();
  }

  /** As {@link #before}, each with the digest that seals it. */
  @Transactional(readOnly = true)
  public List<Sealed> sealedBefore(long seq, int limit) {
    return jdbc.sql(
            """
            select seq, at, actor, action, target, detail, hash from audit_event
             where tenant_id = :tenant and seq < :seq order by seq desc limit :limit
            """)
        .param("seq", seq)
        .param("limit", limit)
        .query((row, number) ->
            new Sealed(
                new Entry(
                    row.getLong("seq"),
                    row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getString("target"),
                    row.getString("detail")),
                HexFormat.of().formatHex(row.getBytes("hash"))))
        .list();
  }

  /**
   * An entry and its place in the chain.
   *
   * @param digest SHA-256 over the entry and the digest before, in hex
   */
  public record Sealed(Entry entry, String digest) {}

  private Head head() {
    jdbc.sql(
            """
            insert into audit_head (tenant_id, seq, hash) values (:tenant, 0, :hash)
            on conflict (tenant_id) do nothing
            """)
        .param("hash", GENESIS)
        .update();
    return jdbc.sql("select seq, hash from audit_head where tenant_id = :tenant for update")
        .query((row, number) -> new Head(row.getLong("seq"), row.getBytes("hash")))
        .single();
  }

  private record Head(long seq, byte[] hash) {}

  /** One thing done: when, by whom, to what. */
  public record Entry(
      long seq, Instant at, String actor, String action, String target, String detail) {

    byte[] sealed(byte[] previous) {
      return Secrets.sha256(LEAF, canonical().getBytes(StandardCharsets.UTF_8), previous);
    }

    private String canonical() {
      return String.join(
          "\n",
          field(Long.toString(seq)),
          field(at.toString()),
          field(actor),
          field(action),
          field(target),
          field(detail));
    }

    private static String field(String value) {
      return value.length() + ":" + value;
    }
  }
}
