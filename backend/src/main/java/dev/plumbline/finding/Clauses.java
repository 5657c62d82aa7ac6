package dev.plumbline.finding;

import dev.plumbline.tenant.TenantJdbc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A where-clause of fixed texts and bound values. */
final class Clauses {

  private final List<String> texts = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** What the filter asks for, with exceptions as of its instant, or as of now. */
  static Clauses of(FindingFilter filter, Instant now) {
    var clauses = new Clauses();
    filter
        .at()
        .ifPresentOrElse(
            at ->
                clauses.add(
                    "valid_from <= :at and (valid_to is null or valid_to > :at)",
                    "at",
                    TenantJdbc.time(at)),
            () -> clauses.texts.add("valid_to is null"));
    clauses.in("severity", filter.severities().stream().map(Enum::name).toList());
    clauses.in("cluster_id", filter.clusters());
    clauses.in("check_id", filter.checks());
    clauses.in("namespace", filter.namespaces());
    clauses.in("kind", filter.kinds());
    if (!filter.text().isEmpty()) {
      clauses.add(
          "position(:text in lower(name || ' ' || namespace || ' ' || check_id)) > 0",
          "text",
          filter.text().toLowerCase(java.util.Locale.ROOT));
    }
    filter
        .openedSince()
        .ifPresent(since -> clauses.add("opened_at >= :since", "since", TenantJdbc.time(since)));
    if (filter.statuses().size() == 1) {
      boolean excepted = filter.statuses().contains(FindingFilter.Status.EXCEPTED);
      clauses.add(
          (excepted ? "" : "not ") + WaiverRows.COVERED,
          "moment",
          TenantJdbc.time(filter.at().orElse(now)));
    }
    return clauses;
  }

  Clauses after(FindingPage.Position position) {
    texts.add(
        "(-weight, check_id, namespace, name, id) > "
            + "(:fromWeight, :fromCheck, :fromNamespace, :fromName, cast(:fromId as uuid))");
    values.put("fromWeight", -position.weight());
    values.put("fromCheck", position.check());
    values.put("fromNamespace", position.namespace());
    values.put("fromName", position.name());
    values.put("fromId", position.id());
    return this;
  }

  private void in(String column, Collection<?> wanted) {
    if (!wanted.isEmpty()) {
      add(column + " in (:" + column + ")", column, wanted);
    }
  }

  private void add(String text, String name, Object value) {
    texts.add(text);
    values.put(name, value);
  }

  /** A statement whose text names {@code %s} where the clauses go. */
  JdbcClient.StatementSpec into(TenantJdbc jdbc, String statement) {
    return jdbc.sql(statement.formatted("tenant_id = :tenant and " + String.join(" and ", texts)))
        .params(values);
  }
}
