package dev.plumbline.inventory;

import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.tenant.TenantJdbc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The coverage of each scan. */
@Component
class ScanCoverage {

  private static final List<String> COLUMNS =
      List.of("scan_id", "kind_group", "kind", "state", "count", "cause", "reason");

  private final TenantJdbc jdbc;

  ScanCoverage(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID scan, Coverage coverage) {
    var rows = new ArrayList<@Nullable Object[]>();
    coverage
        .readings()
        .forEach((kind, reading) ->
            rows.add(
                new @Nullable Object[] {
                  scan,
                  kind.group(),
                  kind.name(),
                  reading.state().name(),
                  reading.count(),
                  reading.cause().name(),
                  reading.reason()
                }));
    jdbc.insert("scan_coverage", COLUMNS, rows);
  }

  void forget(Collection<UUID> scans) {
    if (!scans.isEmpty()) {
      jdbc.sql("delete from scan_coverage where tenant_id = :tenant and scan_id in (:scans)")
          .param("scans", scans)
          .update();
    }
  }

  Coverage of(UUID scan) {
    var readings = new HashMap<Kind, Reading>();
    jdbc.sql(
            """
            select kind_group, kind, state, count, cause, reason from scan_coverage
            where tenant_id = :tenant and scan_id = :scan
            """)
        .param("scan", scan)
        .query(row -> {
          readings.put(
              new Kind(row.getString("kind_group"), row.getString("kind")),
              new Reading(
                  State.valueOf(row.getString("state")),
                  row.getInt("count"),
                  Cause.valueOf(row.getString("cause")),
                  row.getString("reason")));
        });
    return new Coverage(readings);
  }
}
