package dev.plumbline.inventory;

import dev.plumbline.inventory.KubeObjects.Query;
import dev.plumbline.inventory.KubeObjects.Stored;
import dev.plumbline.inventory.KubeObjects.Version;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads objects as they stood at an instant. */
@Component
class ObjectQueries {

  private static final int FETCH = 500;
  private static final String VERSION =
      "select id, cluster_id, kind_group, kind, namespace, name, version, uid, valid_from,"
          + " valid_to";
  private static final String STANDING =
      " from object_version where tenant_id = :tenant and valid_from <= :at"
          + " and (valid_to is null or valid_to > :at)";

  private final TenantJdbc jdbc;

  ObjectQueries(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  Map<Kind, Integer> counts(UUID cluster, Instant at) {
    var counts = new TreeMap<Kind, Integer>();
    jdbc.sql(
            "select kind_group, kind, count(*) as objects"
                + STANDING
                + " and cluster_id = :cluster group by kind_group, kind")
        .param("at", Timestamp.from(at))
        .param("cluster", cluster)
        .query(row -> {
          counts.put(kind(row), row.getInt("objects"));
        });
    return counts;
  }

  List<String> namespaces(UUID cluster, Instant at) {
    return jdbc.sql(
            "select distinct namespace"
                + STANDING
                + " and cluster_id = :cluster and namespace <> '' order by namespace")
        .param("at", Timestamp.from(at))
        .param("cluster", cluster)
        .query((row, number) -> row.getString("namespace"))
        .list();
  }

  List<Version> page(Query query) {
    var sql = new StringBuilder(VERSION + STANDING + " and cluster_id = :cluster");
    var values = new HashMap<String, Object>();
    kinds(query, sql, values);
    if (!query.namespaces().isEmpty()) {
      sql.append(" and namespace in (:namespaces)");
      values.put("namespaces", query.namespaces());
    }
    if (!query.text().isEmpty()) {
      sql.append(" and position(:text in lower(name)) > 0");
      values.put("text", query.text().toLowerCase(Locale.ROOT));
    }
    query.after().ifPresent(key -> after(key, sql, values));
    return jdbc.sql(sql + " order by kind, kind_group, namespace, name limit :limit")
        .param("at", Timestamp.from(query.at()))
        .param("cluster", query.cluster())
        .param("limit", query.limit())
        .params(values)
        .query((row, number) -> version(row))
        .list();
  }

  KubeObjects.Turnover turnover(UUID cluster, Instant at) {
    return new KubeObjects.Turnover(
        keys(cluster, at, "valid_from", "valid_to"), keys(cluster, at, "valid_to", "valid_from"));
  }

  /** Objects with a version that has one edge at an instant, and none that has the other there. */
  private Set<ObjectKey> keys(UUID cluster, Instant at, String edge, String other) {
    var keys = new HashSet<ObjectKey>();
    jdbc.sql(
            """
            select kind_group, kind, namespace, name from object_version as one
             where tenant_id = :tenant and cluster_id = :cluster and %s = :at
               and not exists (select 1 from object_version as next
                                where next.tenant_id = :tenant and next.id = one.id
                                  and next.%s = :at)
            """
                .formatted(edge, other))
        .param("cluster", cluster)
        .param("at", Timestamp.from(at))
        .query(row -> {
          keys.add(new ObjectKey(kind(row), row.getString("namespace"), row.getString("name")));
        });
    return keys;
  }

  List<KubeObject> all(UUID cluster, Instant at) {
    var all = new ArrayList<KubeObject>();
    var maps = new FieldMaps();
    jdbc.sql(VERSION + ", document" + STANDING + " and cluster_id = :cluster")
        .withFetchSize(FETCH)
        .param("at", Timestamp.from(at))
        .param("cluster", cluster)
        .query(row -> {
          KubeObject object = stored(row).object();
          Map<String, Object> document = maps.deep(object.document());
          all.add(new KubeObject(object.key(), object.version(), document));
        });
    return all;
  }

  Optional<Stored> find(UUID id, Instant at) {
    return jdbc.sql(VERSION + ", document" + STANDING + " and id = :id")
        .param("at", Timestamp.from(at))
        .param("id", id)
        .query((row, number) -> stored(row))
        .optional();
  }

  List<KubeObject> standing(UUID cluster, Instant at, Kind kind) {
    return jdbc.sql(
            VERSION
                + ", document"
                + STANDING
                + " and cluster_id = :cluster and kind = :kind and kind_group = :group")
        .param("at", Timestamp.from(at))
        .param("cluster", cluster)
        .param("kind", kind.name())
        .param("group", kind.group())
        .query((row, number) -> stored(row).object())
        .list();
  }

  Optional<Stored> staticPod(UUID cluster, ObjectKey component, Instant at) {
    return jdbc.sql(
            VERSION
                + ", document"
                + STANDING
                + " and cluster_id = :cluster and kind = 'Pod' and kind_group = ''"
                + " and namespace = :namespace and starts_with(name, :name)"
                + " and name = :name || '-' || (document #>> '{spec,nodeName}')"
                + " order by name limit 1")
        .param("at", Timestamp.from(at))
        .param("cluster", cluster)
        .param("namespace", component.namespace())
        .param("name", component.name())
        .query((row, number) -> stored(row))
        .optional()
        .filter(found -> component.kind().equals(found.version().key().kind()));
  }

  List<Version> history(UUID id) {
    return jdbc.sql(
            VERSION
                + " from object_version where tenant_id = :tenant and id = :id"
                + " order by valid_from desc")
        .param("id", id)
        .query((row, number) -> version(row))
        .list();
  }

  private static void kinds(Query query, StringBuilder sql, Map<String, Object> values) {
    var anyOf = new ArrayList<String>();
    for (Kind kind : query.kinds()) {
      int number = anyOf.size();
      anyOf.add("(kind = :kind" + number + " and kind_group = :group" + number + ")");
      values.put("kind" + number, kind.name());
      values.put("group" + number, kind.group());
    }
    if (!anyOf.isEmpty()) {
      sql.append(" and (").append(String.join(" or ", anyOf)).append(")");
    }
  }

  private static void after(ObjectKey key, StringBuilder sql, Map<String, Object> values) {
    sql.append(
        " and (kind, kind_group, namespace, name)"
            + " > (:afterKind, :afterGroup, :afterNamespace, :afterName)");
    values.put("afterKind", key.kind().name());
    values.put("afterGroup", key.kind().group());
    values.put("afterNamespace", key.namespace());
    values.put("afterName", key.name());
  }

  private static Stored stored(ResultSet row) throws SQLException {
    Version version = version(row);
    var object =
        new KubeObject(
            version.key(), version.version(), ObjectJson.read(row.getString("document")));
    return new Stored(version, object);
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getObject("id", UUID.class),
        row.getObject("cluster_id", UUID.class),
        new ObjectKey(kind(row), row.getString("namespace"), row.getString("name")),
        row.getString("version"),
        row.getString("uid"),
        row.getTimestamp("valid_from").toInstant(),
        Optional.ofNullable(row.getTimestamp("valid_to")).map(Timestamp::toInstant));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return new Kind(row.getString("kind_group"), row.getString("kind"));
  }
}
