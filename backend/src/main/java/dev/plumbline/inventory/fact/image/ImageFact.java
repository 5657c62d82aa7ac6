package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Gives workloads their images, taken apart and beside what runs, and namespaces registries. */
@Component
final class ImageFact implements Fact {

  private static final String CLUSTER = "Cluster";
  private static final String NAMESPACE = "Namespace";

  @Override
  public String name() {
    return "image";
  }

  @Override
  public Set<Kind> needs() {
    var kinds = new HashSet<>(Workloads.CONTROLLERS);
    kinds.add(Kind.core("Pod"));
    return kinds;
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(
        "Workload",
        WorkloadImages.class,
        NAMESPACE,
        NamespaceFields.class,
        CLUSTER,
        ClusterFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var read = Images.read(snapshot, workloads);
    Map<ObjectKey, WorkloadImages> images = read.all();
    ClusterFields cluster = read.cluster();
    Map<String, Set<String>> registries = new HashMap<>();
    images.forEach((key, own) -> {
      var all = registries.computeIfAbsent(key.namespace(), n -> new TreeSet<>());
      own.images().forEach(image -> all.add(image.reference().registry()));
    });
    return (subject, key) ->
        switch (subject) {
          case NAMESPACE ->
              new NamespaceFields(List.copyOf(registries.getOrDefault(key.name(), Set.of())));
          case CLUSTER -> cluster;
          default -> images.getOrDefault(key, WorkloadImages.NONE);
        };
  }
}
