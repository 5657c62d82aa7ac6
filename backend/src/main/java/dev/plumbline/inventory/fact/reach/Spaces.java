package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The namespaces and their labels; of some only the name is known. */
final class Spaces {

  private static final String NAME = "kubernetes.io/metadata.name";
  private static final Set<String> NAMES = Set.of(NAME, Derived.CALICO_NAME);

  private final Map<String, Map<String, String>> labels = new HashMap<>();
  private final Map<String, Map<String, String>> withNames = new HashMap<>();
  private final List<String> unread;
  private final LabelIndex<String> byLabel;

  Spaces(Snapshot snapshot) {
    snapshot.all(Kind.core("Namespace")).forEach(this::add);
    unread = snapshot.namespaces().stream().filter(it -> !read(it)).toList();
    byLabel = new LabelIndex<>(List.copyOf(labels.keySet()), this::withNames);
  }

  private void add(KubeObject namespace) {
    String name = namespace.key().name();
    labels.put(name, Labels.texts(namespace.labels()));
    var known = new HashMap<>(labels(name));
    NAMES.forEach(it -> known.put(it, name));
    withNames.put(name, known);
  }

  private Map<String, String> withNames(String namespace) {
    return withNames.getOrDefault(namespace, Map.of());
  }

  /** Names of those that match. */
  record Found(Set<String> yes, Set<String> maybe) {}

  Found find(Labels wanted) {
    var found = new Found(new TreeSet<>(), new TreeSet<>());
    byLabel.among(wanted).stream()
        .filter(it -> wanted.match(withNames(it)))
        .forEach(found.yes::add);
    for (String name : unread) {
      switch (byName(wanted, name)) {
        case YES -> found.yes.add(name);
        case MAYBE -> found.maybe.add(name);
        case NO -> {}
      }
    }
    return found;
  }

  Match match(Labels wanted, String name) {
    return read(name) ? Match.of(wanted.match(withNames(name))) : byName(wanted, name);
  }

  boolean read(String namespace) {
    return labels.containsKey(namespace);
  }

  Map<String, String> labels(String namespace) {
    return labels.getOrDefault(namespace, Map.of());
  }

  /** Of a namespace that was not read. */
  private static Match byName(Labels wanted, String name) {
    return NAMES.containsAll(wanted.keys())
        ? Match.of(wanted.match(Map.of(NAME, name, Derived.CALICO_NAME, name)))
        : Match.MAYBE;
  }
}
