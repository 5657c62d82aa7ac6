package dev.plumbline.tenant;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recomputes the audit chain of the current organisation. */
@Component
@Transactional(readOnly = true)
public class AuditChain {

  private final TenantJdbc jdbc;

  AuditChain(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the first entry that does not fit; empty when the chain is whole. */
  public Optional<Long> firstBroken() {
    var walk = new Walk();
    jdbc.sql(
            """
            select seq, at, actor, action, target, detail, prev_hash, hash from audit_event
             where tenant_id = :tenant order by seq
            """)
        .query(row -> {
          var entry =
              new Audit.Entry(
                  row.getLong("seq"),
                  row.getObject("at", OffsetDateTime.class).toInstant(),
                  row.getString("actor"),
                  row.getString("action"),
                  row.getString("target"),
                  row.getString("detail"));
          walk.step(entry, row.getBytes("prev_hash"), row.getBytes("hash"));
        });
    return walk.broken.or(() -> headMissing(walk));
  }

  private Optional<Long> headMissing(Walk walk) {
    var head =
        jdbc.sql("select seq from audit_head where tenant_id = :tenant")
            .query(Long.class)
            .optional()
            .orElse(0L);
    return head == walk.seq ? Optional.empty() : Optional.of(walk.seq + 1);
  }

  private static final class Walk {
    private long seq;
    private byte[] hash = new byte[32];
    private Optional<Long> broken = Optional.empty();

    void step(Audit.Entry entry, byte[] previous, byte[] stored) {
      boolean fits =
          entry.seq() == seq + 1
              && Arrays.equals(previous, hash)
              && Arrays.equals(stored, entry.sealed(hash));
      if (!fits && broken.isEmpty()) {
        broken = Optional.of(entry.seq());
      }
      seq = entry.seq();
      hash = stored;
    }
  }
}
