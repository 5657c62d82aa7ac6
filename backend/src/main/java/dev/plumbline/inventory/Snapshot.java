package dev.plumbline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One look at a cluster: its objects in the order of their keys, its version, what of it was read.
 */
public final class Snapshot {

  private static final Kind NAMESPACE = Kind.core("Namespace");

  private final Instant takenAt;
  private final ServerVersion version;
  private final Coverage coverage;
  private final Map<ObjectKey, KubeObject> byKey;
  private final SortedMap<Kind, List<KubeObject>> byKind = new TreeMap<>();
  private final Set<String> namespaces = new HashSet<>();

  /** Of several objects with one key the last counts. */
  public Snapshot(
      Instant takenAt, ServerVersion version, Coverage coverage, Collection<KubeObject> objects) {
    this.takenAt = takenAt;
    this.version = version;
    this.coverage = coverage;
    this.byKey = HashMap.newHashMap(objects.size());
    objects.forEach(this::add);
    byKey
        .values()
        .forEach(object ->
            byKind.computeIfAbsent(object.key().kind(), kind -> new ArrayList<>()).add(object));
    byKind.values().forEach(all -> all.sort(Comparator.comparing(KubeObject::key)));
  }

  private void add(KubeObject object) {
    byKey.put(object.key(), object);
    namespaces.add(object.key().namespace());
    if (object.key().kind().equals(NAMESPACE)) {
      namespaces.add(object.key().name());
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
    return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
  }

  /** Those in one namespace, which stand side by side. */
  public Collection<KubeObject> all(Kind kind, String namespace) {
    List<KubeObject> all = byKind.getOrDefault(kind, List.of());
    return Collections.unmodifiableList(SideBySide.in(all, KubeObject::key, namespace));
  }

  public Optional<KubeObject> find(ObjectKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** How many objects of each kind there are; a kind that has none is not named. */
  public Map<Kind, Integer> counts() {
    var counts = new TreeMap<Kind, Integer>();
    byKind.forEach((kind, objects) -> counts.put(kind, objects.size()));
    return counts;
  }

  /** The namespaces that were read, and those that objects say they are in. */
  public SortedSet<String> namespaces() {
    var names = new TreeSet<>(namespaces);
    names.remove("");
    return names;
  }

  /** Every object, ordered by kind. */
  public List<KubeObject> objects() {
    return byKind.values().stream().flatMap(List::stream).toList();
  }
}
