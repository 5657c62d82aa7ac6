package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives the cluster its control-plane processes, node configuration, distribution and version. */
@Component
final class ControlPlaneFact implements Fact {

  @Override
  public String name() {
    return "controlplane";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of();
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of("Cluster", ControlPlane.class, "Node", NodeFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    ControlPlane fields = ControlPlane.of(snapshot);
    return (subject, key) -> subject.equals("Node") ? NodeFields.of(snapshot, key) : fields;
  }
}
