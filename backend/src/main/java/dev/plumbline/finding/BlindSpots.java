package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Objects that checks could not judge, over time; what stays unreadable costs no further row. */
@Component
@Transactional(readOnly = true)
public class BlindSpots {

  private static final int CHUNK = 1000;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "valid_from",
          "cluster_id",
          "check_id",
          "kind_group",
          "kind",
          "namespace",
          "name",
          "reason",
          "detail");

  private final TenantJdbc jdbc;

  BlindSpots(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What one check could not judge in a cluster at an instant, by namespace, kind, group and name.
   *
   * @param after the object after which the list begins, null at its beginning
   */
  public List<Blind> of(
      UUID cluster, String check, Instant at, @Nullable ObjectKey after, int limit) {
    return jdbc.sql(
            """
            select * from blind_spot
             where tenant_id = :tenant and cluster_id = :cluster and check_id = :check
               and valid_from <= :at and (valid_to is null or valid_to > :at)
               and (:whole or (namespace, kind, kind_group, name)
                              > (:namespace, :kind, :group, :name))
             order by namespace, kind, kind_group, name limit :limit
            """)
        .param("whole", after == null)
        .param("namespace", after == null ? "" : after.namespace())
        .param("kind", after == null ? "" : after.kind().name())
        .param("group", after == null ? "" : after.kind().group())
        .param("name", after == null ? "" : after.name())
        .param("cluster", cluster)
        .param("check", check)
        .param("at", TenantJdbc.time(at))
        .param("limit", limit)
        .query((row, number) -> blind(row))
        .list();
  }

  void write(UUID cluster, Map<UUID, Blind> before, Assessment assessment, Instant at) {
    var open = new HashMap<>(before);
    var begun = new HashMap<UUID, Blind>();
    for (CheckResult result : assessment.results()) {
      blind(result)
          .forEach(blind -> {
            UUID id = FindingIds.of(cluster, blind.check(), blind.subject());
            if (!blind.equals(open.get(id))) {
              begun.put(id, blind);
            } else {
              open.remove(id);
            }
          });
    }
    close(List.copyOf(open.keySet()), at);
    insert(cluster, begun, at);
  }

  /** What could not be judged at the last look. */
  Map<UUID, Blind> open(UUID cluster) {
    var open = new HashMap<UUID, Blind>();
    jdbc.sql(
            """
            select * from blind_spot
             where tenant_id = :tenant and cluster_id = :cluster and valid_to is null
            """)
        .param("cluster", cluster)
        .query(row -> {
          open.put(row.getObject("id", UUID.class), blind(row));
        });
    return open;
  }

  private void close(List<UUID> ids, Instant at) {
    for (int from = 0; from < ids.size(); from += CHUNK) {
      jdbc.sql(
              """
              update blind_spot set valid_to = :at
               where tenant_id = :tenant and valid_to is null and id in (:ids)
              """)
          .param("at", TenantJdbc.time(at))
          .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
          .update();
    }
  }

  private void insert(UUID cluster, Map<UUID, Blind> begun, Instant at) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    begun.forEach((id, blind) -> rows.add(row(cluster, id, blind, at)));
    jdbc.insert("blind_spot", COLUMNS, rows);
  }

  private static @Nullable Object[] row(UUID cluster, UUID id, Blind blind, Instant at) {
    var subject = blind.subject();
    return new @Nullable Object[] {
      id,
      at,
      cluster,
      blind.check(),
      subject.kind().group(),
      subject.kind().name(),
      subject.namespace(),
      subject.name(),
      blind.reason().name(),
      blind.detail()
    };
  }

  private static List<Blind> blind(CheckResult result) {
    var blind = new ArrayList<Blind>();
    for (var verdict : result.verdicts()) {
      if (verdict.outcome() instanceof Outcome.Unknown(var reason, var detail)) {
        blind.add(new Blind(result.check().id(), verdict.subject(), reason, detail));
      }
    }
    return blind;
  }

  private static Blind blind(ResultSet row) throws SQLException {
    return new Blind(
        row.getString("check_id"),
        new ObjectKey(
            new Kind(row.getString("kind_group"), row.getString("kind")),
            row.getString("namespace"),
            row.getString("name")),
        Outcome.Reason.valueOf(row.getString("reason")),
        row.getString("detail"));
  }
}
