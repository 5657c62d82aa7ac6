package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the images of all workloads say together. */
final class Survey {

  private static final Kind DAEMON_SET = new Kind("apps", "DaemonSet");

  private final Declarations declarations;
  private final Set<String> repositories = new HashSet<>();
  private final Set<String> ofDaemonSets = new HashSet<>();
  private final Map<String, Set<String>> registries = new HashMap<>();
  private final List<Workload> unversioned = new ArrayList<>();

  Survey(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * Workloads come one after the other, each with all its containers.
   *
   * @param image empty where a container names none
   */
  void add(Workload workload, String image) {
    boolean versioned = false;
    if (!image.isEmpty()) {
      Declared declared = declarations.of(image);
      versioned = declared.versioned();
      repositories.add(declared.name());
      if (workload.key().kind().equals(DAEMON_SET)) {
        ofDaemonSets.add(declared.name());
      }
      registries
          .computeIfAbsent(workload.key().namespace(), namespace -> new HashSet<>())
          .add(declared.reference().registry());
    }
    if (!versioned && (unversioned.isEmpty() || unversioned.getLast() != workload)) {
      unversioned.add(workload);
    }
  }

  ClusterFields cluster() {
    return new ClusterFields(
        List.copyOf(new TreeSet<>(repositories)),
        List.copyOf(new TreeSet<>(ofDaemonSets)),
        unversioned);
  }

  NamespaceFields namespace(String name) {
    return new NamespaceFields(List.copyOf(new TreeSet<>(registries.getOrDefault(name, Set.of()))));
  }
}
