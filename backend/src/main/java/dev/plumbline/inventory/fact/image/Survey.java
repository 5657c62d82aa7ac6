package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.Container;
import dev.plumbline.inventory.Workload.PodGroup;
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

  void add(Workload workload) {
    boolean everywhere = workload.key().kind().equals(DAEMON_SET);
    Set<String> own =
        registries.computeIfAbsent(workload.key().namespace(), namespace -> new HashSet<>());
    boolean versioned = true;
    for (PodGroup group : workload.groups()) {
      for (Container container : group.containers()) {
        versioned &= !container.image().isEmpty() && add(container.image(), everywhere, own);
      }
    }
    if (!versioned) {
      unversioned.add(workload);
    }
  }

  /** Tells whether a version is written. */
  private boolean add(String image, boolean everywhere, Set<String> ownRegistries) {
    Declared declared = declarations.of(image);
    repositories.add(declared.name());
    if (everywhere) {
      ofDaemonSets.add(declared.name());
    }
    ownRegistries.add(declared.reference().registry());
    return declared.versioned();
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
