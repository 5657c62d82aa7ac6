package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The namespaces and their labels; of some only the name is known. */
final class Spaces {

  private static final String NAME = "kubernetes.io/metadata.name";
  private static final Set<String> NAMES = Set.of(NAME, Derived.CALICO_NAME);

  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private final SortedSet<String> all;

  Spaces(Snapshot snapshot) {
    all = snapshot.namespaces();
    snapshot
        .all(Kind.core("Namespace"))
        .forEach(it -> labels.put(it.key().name(), Labels.texts(it.labels())));
  }

  /** Names of those that match. */
  record Found(Set<String> yes, Set<String> maybe) {}

  Found find(Labels wanted) {
    var found = new Found(new TreeSet<>(), new TreeSet<>());
    for (String name : all) {
      switch (match(wanted, name)) {
        case YES -> found.yes.add(name);
        case MAYBE -> found.maybe.add(name);
        case NO -> {}
      }
    }
    return found;
  }

  boolean read(String namespace) {
    return labels.containsKey(namespace);
  }

  Map<String, String> labels(String namespace) {
    return labels.getOrDefault(namespace, Map.of());
  }

  private Match match(Labels wanted, String name) {
    if (!read(name) && !NAMES.containsAll(wanted.keys())) {
      return Match.MAYBE;
    }
    var known = new HashMap<>(labels(name));
    NAMES.forEach(it -> known.put(it, name));
    return wanted.match(known) ? Match.YES : Match.NO;
  }
}
