package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who reaches which pods by network policies, and by which ways from outside. */
@Component
final class ReachFact implements Fact {

  private static final String POLICY = "NetworkPolicy";
  private static final String SERVICE = "Service";

  @Override
  public String name() {
    return "reach";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of(KubernetesPolicies.KIND);
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(
        "Cluster",
        ClusterFields.class,
        "Workload",
        WorkloadFields.class,
        POLICY,
        PolicyFields.class,
        SERVICE,
        ServiceFields.class,
        "Namespace",
        NamespaceFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var reachability = Reachability.of(snapshot, workloads);
    return new Answers(
        new ClusterFields(reachability.plugin()), new Fields(snapshot, workloads, reachability));
  }

  private record Answers(ClusterFields cluster, Fields fields) implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return switch (subject) {
        case "Cluster" -> cluster;
        case POLICY -> fields.policy(key);
        case SERVICE -> fields.service(key);
        case "Namespace" -> fields.namespace(key);
        default -> fields.workload(key);
      };
    }

    @Override
    public Record of(KubeObject object) {
      return switch (object.key().kind().name()) {
        case POLICY -> fields.policy(object);
        case SERVICE -> fields.service(object);
        default -> Computed.super.of(object);
      };
    }

    @Override
    public Record of(Workload workload) {
      return fields.workload(workload);
    }
  }
}
