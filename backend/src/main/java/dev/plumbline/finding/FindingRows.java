package dev.plumbline.finding;

import dev.plumbline.check.Severity;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads a finding's row. */
@Component
class FindingRows implements RowMapper<Finding> {

  private final Offences offences;

  FindingRows(Offences offences) {
    this.offences = offences;
  }

  @Override
  public Finding mapRow(ResultSet row, int number) throws SQLException {
    var until = row.getObject("valid_to", OffsetDateTime.class);
    return new Finding(
        row.getObject("id", UUID.class),
        row.getObject("cluster_id", UUID.class),
        row.getString("check_id"),
        Severity.valueOf(row.getString("severity")),
        new ObjectKey(
            new Kind(row.getString("kind_group"), row.getString("kind")),
            row.getString("namespace"),
            row.getString("name")),
        offences.read(row.getString("offences")),
        instant(row, "opened_at"),
        instant(row, "valid_from"),
        Optional.ofNullable(until).map(OffsetDateTime::toInstant),
        row.getBoolean("reopened"),
        row.getString("rule_pack"),
        Optional.ofNullable(row.getString("closed_why")).map(ClosedWhy::valueOf));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
