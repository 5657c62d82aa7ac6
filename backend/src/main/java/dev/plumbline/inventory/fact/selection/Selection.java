package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.selection.AccountFields.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads of one snapshot by what chooses them; answers are computed when asked for. */
final class Selection {

  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final Kind POD = Kind.core("Pod");
  private static final Kind BUDGET = new Kind("policy", "PodDisruptionBudget");
  private static final WorkloadFields WITH = new WorkloadFields(Answer.of(true));
  private static final WorkloadFields WITHOUT = new WorkloadFields(Answer.of(false));

  private final Snapshot snapshot;
  private final List<Workload> workloads;
  private final Map<String, Neighbours> spaces = new HashMap<>();
  private final SelectorIndex<KubeObject> budgets = new SelectorIndex<>();
  private final boolean budgetsRead;

  Selection(Snapshot snapshot, List<Workload> workloads) {
    this.snapshot = snapshot;
    this.workloads = workloads;
    int from = 0;
    while (from < workloads.size()) {
      String namespace = workloads.get(from).key().namespace();
      List<Workload> own = Workloads.in(workloads, namespace);
      spaces.put(namespace, new Neighbours(snapshot, own));
      from += own.size();
    }
    this.budgetsRead = snapshot.coverage().complete(BUDGET);
    for (KubeObject budget : snapshot.all(BUDGET)) {
      selector(budget)
          .ifPresent(selector -> budgets.add(budget.key().namespace(), selector, budget));
    }
  }

  List<Workload> ofService(ObjectKey service) {
    return snapshot.find(service).map(this::ofService).orElse(List.of());
  }

  List<Workload> ofBudget(ObjectKey budget) {
    return snapshot.find(budget).map(this::ofBudget).orElse(List.of());
  }

  List<Workload> ofService(KubeObject service) {
    return selector(service)
        .filter(labels -> !labels.isEmpty())
        .map(labels -> selected(service.key(), Map.of("matchLabels", labels)))
        .orElse(List.of());
  }

  List<Workload> ofBudget(KubeObject budget) {
    return selector(budget).map(selector -> selected(budget.key(), selector)).orElse(List.of());
  }

  List<User> users(ObjectKey account) {
    Neighbours own = spaces.get(account.namespace());
    return own == null
        ? List.of()
        : own.under(account.name()).stream().map(Selection::user).toList();
  }

  private static User user(Workload workload) {
    ObjectKey key = workload.key();
    boolean mirror = key.kind().equals(POD) && mirror(workload.groups());
    Optional<Boolean> automount =
        workload.groups().isEmpty() ? Optional.empty() : automount(workload.groups().getFirst());
    return new User(key.kind().name(), key.name(), mirror, automount);
  }

  private static boolean mirror(List<PodGroup> groups) {
    return !groups.isEmpty()
        && Documents.map(groups.getFirst().metadata(), "annotations").containsKey(MIRROR);
  }

  private static Optional<Boolean> automount(PodGroup group) {
    return group.spec().get("automountServiceAccountToken") instanceof Boolean flag
        ? Optional.of(flag)
        : Optional.empty();
  }

  WorkloadFields workload(ObjectKey key) {
    return Workloads.find(workloads, key)
        .map(this::workload)
        .orElse(budgetsRead ? WITHOUT : new WorkloadFields(unread()));
  }

  WorkloadFields workload(Workload workload) {
    return budgetsRead ? budgeted(workload) ? WITH : WITHOUT : new WorkloadFields(unread());
  }

  private Answer<Boolean> unread() {
    return Answer.unread(BUDGET, snapshot.coverage());
  }

  private boolean budgeted(Workload workload) {
    String namespace = workload.key().namespace();
    Neighbours own = spaces.get(namespace);
    if (own == null || !budgets.any(namespace)) {
      return false;
    }
    for (Map<String, Object> labels : own.labels(workload)) {
      if (budgets.anySelecting(namespace, labels)) {
        return true;
      }
    }
    return false;
  }

  private List<Workload> selected(ObjectKey who, Map<String, Object> selector) {
    Neighbours own = spaces.get(who.namespace());
    return own == null ? List.of() : own.selected(selector);
  }

  private static Optional<Map<String, Object>> selector(KubeObject object) {
    Map<String, Object> spec = Documents.map(object.document(), "spec");
    return spec.get("selector") instanceof Map<?, ?>
        ? Optional.of(Documents.map(spec, "selector"))
        : Optional.empty();
  }
}
