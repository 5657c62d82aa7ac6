package dev.plumbline.inventory.fact.resources;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives workloads the ratios of their containers' limits to their requests. */
@Component
final class ResourcesFact implements Fact {

  @Override
  public String name() {
    return "resources";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of();
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of("Workload", WorkloadFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var ratios = new Ratios();
    return new Computed() {
      @Override
      public Record of(String subject, ObjectKey key) {
        return Workloads.find(workloads, key).map(ratios::of).orElse(WorkloadFields.NONE);
      }

      @Override
      public Record of(Workload workload) {
        return ratios.of(workload);
      }
    };
  }
}
