package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells which workloads Services and disruption budgets select, and which run under an account. */
@Component
final class SelectionFact implements Fact {

  private static final String SERVICE = "Service";
  private static final String BUDGET = "PodDisruptionBudget";

  @Override
  public String name() {
    return "selection";
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
        SERVICE,
        Behind.class,
        BUDGET,
        Behind.class,
        "ServiceAccount",
        AccountFields.class,
        "Workload",
        WorkloadFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    var selection = new Selection(snapshot, workloads);
    return new Answers(selection);
  }

  private record Answers(Selection selection) implements Computed {

    @Override
    public Record of(String subject, ObjectKey key) {
      return switch (subject) {
        case SERVICE -> new Behind(selection.ofService(key));
        case BUDGET -> new Behind(selection.ofBudget(key));
        case "ServiceAccount" -> new AccountFields(selection.users(key));
        default -> selection.workload(key);
      };
    }

    @Override
    public Record of(KubeObject object) {
      return switch (object.key().kind().name()) {
        case SERVICE -> new Behind(selection.ofService(object));
        case BUDGET -> new Behind(selection.ofBudget(object));
        default -> Computed.super.of(object);
      };
    }

    @Override
    public Record of(Workload workload) {
      return selection.workload(workload);
    }
  }
}
