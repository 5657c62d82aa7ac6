package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    return new Answers(workloads, new Images(snapshot));
  }

  /** Workloads are looked at when they are asked for, all of them when it is asked of all. */
  private static final class Answers implements Computed {

    private final List<Workload> workloads;
    private final Images images;
    private @Nullable Survey survey;

    private Answers(List<Workload> workloads, Images images) {
      this.workloads = workloads;
      this.images = images;
    }

    @Override
    public Record of(String subject, ObjectKey key) {
      return switch (subject) {
        case NAMESPACE -> survey().namespace(key.name());
        case CLUSTER -> survey().cluster();
        default -> Workloads.find(workloads, key).map(images::of).orElse(WorkloadImages.NONE);
      };
    }

    @Override
    public Record of(Workload workload) {
      return images.of(workload);
    }

    private synchronized Survey survey() {
      if (survey == null) {
        survey = images.survey(workloads);
      }
      return survey;
    }
  }
}
