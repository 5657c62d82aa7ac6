package dev.plumbline.finding;

import dev.plumbline.finding.FindingPage.Position;
import dev.plumbline.tenant.TenantJdbc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which findings two places do not have in common. */
@Component
@Transactional(readOnly = true)
public class FindingDifferences {

  private static final UUID NOWHERE = new UUID(0, 0);

  private static final String HERE =
      """
       from finding as one
       where one.tenant_id = :tenant and one.cluster_id in (:here)
         and one.valid_from <= :hereAt and (one.valid_to is null or one.valid_to > :hereAt)
         and %s exists (
           select 1 from finding as other
            where other.tenant_id = :tenant and other.cluster_id in (:there)
              and (:across or other.cluster_id = one.cluster_id)
              and other.valid_from <= :thereAt
              and (other.valid_to is null or other.valid_to > :thereAt)
              and other.check_id = one.check_id and other.kind_group = one.kind_group
              and other.kind = one.kind and other.namespace = one.namespace
              and other.name = one.name %s)
      """;
  private static final String ONLY_HERE = HERE.formatted("not", "");
  private static final String OTHERWISE =
      HERE.formatted("", "and (other.offences <> one.offences or other.severity <> one.severity)");

  private static final String AFTER =
      """
       and (-one.weight, one.check_id, one.namespace, one.name, one.id)
         > (:weight, :check, :namespace, :name, cast(:id as uuid))
      """;
  private static final String ORDER = " order by -weight, check_id, namespace, name, id";

  private final TenantJdbc jdbc;
  private final FindingRows rows;

  FindingDifferences(TenantJdbc jdbc, FindingRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * Some findings and how many there are in all.
   *
   * @param findings gravest first
   */
  public record Found(List<Finding> findings, long total) {

    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * What fails at one place and not at another. One cluster is held against another by kind,
   * namespace and name of their objects; several are each held against themselves.
   */
  public Found onlyAt(Place here, Place there, int limit) {
    return found(ONLY_HERE, here, there, limit);
  }

  /** What fails at both places, here in another way than there. */
  public Found otherwiseAt(Place here, Place there, int limit) {
    return found(OTHERWISE, here, there, limit);
  }

  /**
   * A stretch of one of the lists, gravest first.
   *
   * @param after where it begins, null at the beginning
   */
  public FindingPage page(
      Difference difference, Place a, Place b, @Nullable Position after, int limit) {
    String condition = difference == Difference.CHANGED ? OTHERWISE : ONLY_HERE;
    Place here = difference == Difference.LOST ? a : b;
    Place there = difference == Difference.LOST ? b : a;
    List<Finding> more = shown(condition, here, there, after, limit + 1);
    List<Finding> page = more.stream().limit(limit).toList();
    return new FindingPage(
        page,
        more.size() > limit ? Optional.of(Position.of(page.getLast())) : Optional.empty(),
        total(condition, here, there));
  }

  private Found found(String condition, Place here, Place there, int limit) {
    return new Found(shown(condition, here, there, null, limit), total(condition, here, there));
  }

  private List<Finding> shown(
      String condition, Place here, Place there, @Nullable Position after, int limit) {
    String from = after == null ? "" : AFTER;
    StatementSpec statement =
        bound("select one.*" + condition + from + ORDER + " limit :limit", here, there)
            .param("limit", limit);
    if (after != null) {
      statement =
          statement
              .param("weight", -after.weight())
              .param("check", after.check())
              .param("namespace", after.namespace())
              .param("name", after.name())
              .param("id", after.id());
    }
    return statement.query(rows).list();
  }

  private long total(String condition, Place here, Place there) {
    return bound("select count(*)" + condition, here, there).query(Long.class).single();
  }

  private StatementSpec bound(String statement, Place here, Place there) {
    return jdbc.sql(statement)
        .param("here", some(here.clusters()))
        .param("hereAt", TenantJdbc.time(here.at()))
        .param("there", some(there.clusters()))
        .param("thereAt", TenantJdbc.time(there.at()))
        .param("across", here.isOne() && there.isOne());
  }

  private static Set<UUID> some(Set<UUID> clusters) {
    return clusters.isEmpty() ? Set.of(NOWHERE) : clusters;
  }
}
