package dev.plumbline.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One look at a cluster: its objects in the order of their keys, its version, what of it was read.
 */
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
          .computeIfAbsent(object.key().kind(), kind -> new TreeMap<>())
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

  /** How many objects of each kind there are; a kind that has none is not named. */
  public Map<Kind, Integer> counts() {
    var counts = new TreeMap<Kind, Integer>();
    byKind.forEach((kind, objects) -> counts.put(kind, objects.size()));
    return counts;
  }

  /** The namespaces that were read, and those that objects say they are in. */
  public SortedSet<String> namespaces() {
    var names = new TreeSet<String>();
    all(Kind.core("Namespace")).forEach(namespace -> names.add(namespace.key().name()));
    objects().forEach(object -> names.add(object.key().namespace()));
    names.remove("");
    return names;
  }

  /** Every object, ordered by kind. */
  public List<KubeObject> objects() {
    return byKind.values().stream().flatMap(objects -> objects.values().stream()).toList();
  }
}
