package dev.plumbline.finding;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Severity;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.tenant.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the differences of one scan; an unchanged cluster costs no row. */
@Component
class FindingWriter {

  private static final int CHUNK = 1000;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "valid_from",
          "cluster_id",
          "check_id",
          "severity",
          "weight",
          "kind_group",
          "kind",
          "namespace",
          "name",
          "offences",
          "opened_at",
          "reopened",
          "rule_pack");

  private final TenantJdbc jdbc;
  private final Offences offences;

  FindingWriter(TenantJdbc jdbc, Offences offences) {
    this.jdbc = jdbc;
    this.offences = offences;
  }

  Change write(
      UUID cluster,
      List<OpenFinding> open,
      KubeObjects.Turnover turnover,
      Assessment assessment,
      Instant at) {
    var differences = new Differences(cluster, open, assessment);
    differences.closed().forEach((why, findings) -> close(findings, why, at));
    var fresh =
        differences.begun().stream()
            .filter(begun -> begun.before().isEmpty())
            .map(Differences.Begun::id)
            .toList();
    Set<UUID> known = closedBefore(fresh);
    insert(cluster, differences.begun(), known, assessment.rulePack(), at);
    int fixed =
        count(differences.closed(), ClosedWhy.FIXED) + count(differences.closed(), ClosedWhy.GONE);
    return new Change(
        fresh.size() - known.size(),
        known.size(),
        fixed,
        Crowd.came(assessment, turnover),
        Crowd.went(
            assessment, turnover, differences.closed().getOrDefault(ClosedWhy.GONE, List.of())));
  }

  private static int count(Map<ClosedWhy, List<OpenFinding>> closed, ClosedWhy why) {
    return closed.getOrDefault(why, List.of()).size();
  }

  List<OpenFinding> open(UUID cluster) {
    return jdbc.sql(
            """
            select id, check_id, severity, kind_group, kind, namespace, name, offences, opened_at,
                   reopened
              from finding
             where tenant_id = :tenant and cluster_id = :cluster and valid_to is null
            """)
        .param("cluster", cluster)
        .query((row, number) ->
            new OpenFinding(
                row.getObject("id", UUID.class),
                row.getString("check_id"),
                new ObjectKey(
                    new Kind(row.getString("kind_group"), row.getString("kind")),
                    row.getString("namespace"),
                    row.getString("name")),
                Severity.valueOf(row.getString("severity")),
                offences.read(row.getString("offences")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("reopened")))
        .list();
  }

  private void close(List<OpenFinding> findings, ClosedWhy why, Instant at) {
    for (List<UUID> ids : chunks(findings.stream().map(OpenFinding::id).toList())) {
      jdbc.sql(
              """
              update finding set valid_to = :at, closed_why = :why
               where tenant_id = :tenant and valid_to is null and id in (:ids)
              """)
          .param("at", TenantJdbc.time(at))
          .param("why", why.name())
          .param("ids", ids)
          .update();
    }
  }

  private Set<UUID> closedBefore(List<UUID> fresh) {
    Set<UUID> known = new HashSet<>();
    for (List<UUID> ids : chunks(fresh)) {
      known.addAll(
          jdbc.sql("select distinct id from finding where tenant_id = :tenant and id in (:ids)")
              .param("ids", ids)
              .query(UUID.class)
              .list());
    }
    return known;
  }

  private static List<List<UUID>> chunks(List<UUID> ids) {
    List<List<UUID>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + CHUNK)));
    }
    return chunks;
  }

  private void insert(
      UUID cluster, List<Differences.Begun> begun, Set<UUID> known, String rulePack, Instant at) {
    List<@Nullable Object[]> rows =
        begun.stream().map(one -> row(cluster, one, known, rulePack, at)).toList();
    jdbc.insert("finding", COLUMNS, rows);
  }

  private @Nullable Object[] row(
      UUID cluster, Differences.Begun begun, Set<UUID> known, String rulePack, Instant at) {
    var subject = begun.verdict().subject();
    return new @Nullable Object[] {
      begun.id(),
      at,
      cluster,
      begun.check().id(),
      begun.check().severity().name(),
      begun.check().severity().weight(),
      subject.kind().group(),
      subject.kind().name(),
      subject.namespace(),
      subject.name(),
      TenantJdbc.json(offences.write(begun.offences())),
      begun.before().map(OpenFinding::openedAt).orElse(at),
      begun.before().map(OpenFinding::reopened).orElse(known.contains(begun.id())),
      rulePack
    };
  }
}
