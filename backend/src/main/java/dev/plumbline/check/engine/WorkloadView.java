package dev.plumbline.check.engine;

import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workload as one group of its pods shows it; what a fact adds hides the rest. */
final class WorkloadView extends View {

  /** What a workload has besides what facts add. */
  static final List<String> FIELDS =
      List.of(
          "kind",
          "name",
          "namespace",
          "metadata",
          "spec",
          "pods",
          "object",
          "serviceAccount",
          "containers");

  private final Scene scene;
  private final Workload workload;
  private final PodGroup group;
  private final Map<String, Object> spec;
  private final Facts.Fields facts;

  /**
   * Nothing is computed yet.
   *
   * @param further what facts add, and the fields
   * @param spec that of the group, or the template that it is held against
   */
  WorkloadView(
      Scene scene,
      Places further,
      Workload workload,
      PodGroup group,
      Map<String, Object> spec,
      Facts.Fields facts) {
    super(Map.of(), further);
    this.scene = scene;
    this.workload = workload;
    this.group = group;
    this.spec = spec;
    this.facts = facts;
  }

  @Override
  @Nullable Object compute(String name) {
    return facts.adds(name) ? facts.get(name) : own(name);
  }

  private @Nullable Object own(String name) {
    return switch (name) {
      case "kind" -> workload.key().kind().name();
      case "name" -> workload.key().name();
      case "namespace" -> workload.key().namespace();
      case "metadata" -> group.metadata();
      case "spec" -> spec;
      case "pods" -> group.pods();
      case "object" -> workload.object().map(KubeObject::document).orElse(null);
      case "serviceAccount" -> scene.serviceAccount(workload.key().namespace(), spec);
      default -> spec == group.spec() ? Containers.of(group) : Containers.of(spec);
    };
  }
}
