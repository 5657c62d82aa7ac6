package dev.plumbline.finding;

import dev.plumbline.tenant.TenantJdbc;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Deletes periods that are over, and the receipts of scans. */
@Component
class Forgetting {

  private final TenantJdbc jdbc;

  Forgetting(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  int findings(Instant before, int limit) {
    return delete(
        """
        delete from finding where tenant_id = :tenant and (id, valid_from) in
          (select id, valid_from from finding
            where tenant_id = :tenant and valid_to < :before limit :limit)
        """,
        before,
        limit);
  }

  int blindSpots(Instant before, int limit) {
    return delete(
        """
        delete from blind_spot where tenant_id = :tenant and (id, valid_from) in
          (select id, valid_from from blind_spot
            where tenant_id = :tenant and valid_to < :before limit :limit)
        """,
        before,
        limit);
  }

  private int delete(String statement, Instant before, int limit) {
    return jdbc.sql(statement)
        .param("before", TenantJdbc.time(before))
        .param("limit", limit)
        .update();
  }

  void receipts(Collection<UUID> scans) {
    if (!scans.isEmpty()) {
      jdbc.sql("delete from check_move where tenant_id = :tenant and scan_id in (:scans)")
          .param("scans", scans)
          .update();
      jdbc.sql("delete from check_tally where tenant_id = :tenant and scan_id in (:scans)")
          .param("scans", scans)
          .update();
    }
  }
}
