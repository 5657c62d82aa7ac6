package dev.plumbline.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code attestation}. */
final class AttestationRow {

  static final String SELECT =
      """
      select id, framework, control, cluster_id, statement, evidence, attested_by, attested_at,
             expires_at, withdrawn_at
        from attestation
       where tenant_id = :tenant\
      """;

  private AttestationRow() {}

  static Attestation read(ResultSet row, int number) throws SQLException {
    var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
    return new Attestation(
        row.getObject("id", UUID.class),
        row.getString("framework"),
        row.getString("control"),
        cluster(row),
        row.getString("statement"),
        row.getString("evidence"),
        row.getString("attested_by"),
        instant(row, "attested_at"),
        instant(row, "expires_at"),
        withdrawn == null ? null : withdrawn.toInstant());
  }

  private static @Nullable UUID cluster(ResultSet row) throws SQLException {
    return row.getObject("cluster_id", UUID.class);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
