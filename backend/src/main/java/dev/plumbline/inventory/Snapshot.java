package dev.plumbline.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One look at a cluster: its objects, its version, and what of it was read. */
public final class Snapshot {

  private final Instant takenAt;
  private final ServerVersion version;
  private final Coverage coverage;
  private final Map<Kind, Map<ObjectKey, KubeObject>> byKind = new TreeMap<>();

  public Snapshot(
      Instant takenAt, ServerVersion version, Coverage coverage, Collection<KubeObject> objects) {
    this.takenAt = takenAt;
    this.version = version;
    this.coverage = coverage;
    for (KubeObject object : objects) {
      byKind
          .computeIfAbsent(object.key().kind(), kind -> new LinkedHashMap<>())
          .put(object.key(), object);
    }
  }

  /** When collecting began. */
  public Instant takenAt() {
    return takenAt;
  }

  public ServerVersion version() {
    return version;
  }

  public Coverage coverage() {
    return coverage;
  }

  public Collection<KubeObject> all(Kind kind) {
    return byKind.getOrDefault(kind, Map.of()).values();
  }

  public Optional<KubeObject> find(ObjectKey key) {
    return Optional.ofNullable(byKind.getOrDefault(key.kind(), Map.of()).get(key));
  }

  /** Every object, ordered by kind. */
  public List<KubeObject> objects() {
    return byKind.values().stream().flatMap(objects -> objects.values().stream()).toList();
  }
}
