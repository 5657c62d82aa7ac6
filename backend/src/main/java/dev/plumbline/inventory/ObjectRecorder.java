package dev.plumbline.inventory;

import dev.plumbline.inventory.KubeObjects.Recorded;
import dev.plumbline.tenant.TenantJdbc;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes objects as intervals: what is new or changed begins, what is gone or changed ends. */
@Component
class ObjectRecorder {

  private static final int CHUNK = 500;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "valid_from",
          "cluster_id",
          "kind_group",
          "kind",
          "namespace",
          "name",
          "version",
          "uid",
          "digest",
          "document");

  private final TenantJdbc jdbc;

  ObjectRecorder(TenantJdbc jdbc) {
    this.jdbc = jdbc;
  }

  private record Known(UUID id, Kind kind, byte[] digest) {}

  private record Beginning(UUID id, KubeObject object, Digest digest) {}

  Recorded record(UUID cluster, Snapshot snapshot, Instant at) {
    requireLater(cluster, at);
    Map<UUID, Known> known = known(cluster);
    var begin = new ArrayList<Beginning>();
    var end = new ArrayList<UUID>();
    int opened = 0;
    int unchanged = 0;
    for (KubeObject object : snapshot.objects()) {
      UUID id = object.key().id(cluster);
      Digest digest = Digest.of(object.document());
      Known before = known.remove(id);
      if (before != null && Arrays.equals(before.digest(), digest.bytes())) {
        unchanged++;
        continue;
      }
      if (before == null) {
        opened++;
      } else {
        end.add(id);
      }
      begin.add(new Beginning(id, object, digest));
    }
    int changed = end.size();
    end.addAll(gone(known.values(), snapshot.coverage()));
    end(end, at);
    begin(begin, cluster, at);
    return new Recorded(opened, changed, end.size() - changed, unchanged);
  }

  int forget(Instant before, int limit) {
    return jdbc.sql(
            """
            delete from object_version where tenant_id = :tenant and (id, valid_from) in (
              select id, valid_from from object_version
              where tenant_id = :tenant and valid_to < :before
              order by valid_to limit :limit)
            """)
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .update();
  }

  private void requireLater(UUID cluster, Instant at) {
    Optional<Timestamp> last =
        jdbc.sql(
                """
                select max(greatest(valid_from, valid_to)) from object_version
                where tenant_id = :tenant and cluster_id = :cluster
                """)
            .param("cluster", cluster)
            .query(Timestamp.class)
            .optional();
    if (last.isPresent() && !last.get().toInstant().isBefore(at)) {
      throw new IllegalArgumentException(
          "at must be later than what was recorded last: " + last.get().toInstant());
    }
  }

  private Map<UUID, Known> known(UUID cluster) {
    var known = new HashMap<UUID, Known>();
    jdbc.sql(
            """
            select id, kind_group, kind, digest from object_version
            where tenant_id = :tenant and cluster_id = :cluster and valid_to is null
            """)
        .param("cluster", cluster)
        .query(row -> {
          UUID id = row.getObject("id", UUID.class);
          var kind = new Kind(row.getString("kind_group"), row.getString("kind"));
          known.put(id, new Known(id, kind, row.getBytes("digest")));
        });
    return known;
  }

  private static List<UUID> gone(Collection<Known> unseen, Coverage coverage) {
    return unseen.stream().filter(known -> coverage.complete(known.kind())).map(Known::id).toList();
  }

  private void end(List<UUID> ids, Instant at) {
    for (int from = 0; from < ids.size(); from += CHUNK) {
      jdbc.sql(
              """
              update object_version set valid_to = :at
              where tenant_id = :tenant and valid_to is null and id in (:ids)
              """)
          .param("at", Timestamp.from(at))
          .param("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
          .update();
    }
  }

  /** Documents become text chunk by chunk, so that not all are texts at once. */
  private void begin(List<Beginning> all, UUID cluster, Instant at) {
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<Beginning> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
      jdbc.insert(
          "object_version", COLUMNS, chunk.stream().map(one -> row(one, cluster, at)).toList());
    }
  }

  private static @Nullable Object[] row(Beginning one, UUID cluster, Instant at) {
    ObjectKey key = one.object().key();
    return new @Nullable Object[] {
      one.id(),
      Timestamp.from(at),
      cluster,
      key.kind().group(),
      key.kind().name(),
      key.namespace(),
      key.name(),
      one.object().version(),
      one.object().uid(),
      one.digest().bytes(),
      ObjectJson.write(one.object().document())
    };
  }
}
