package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.SelectorIndex;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.selection.AccountFields.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads of one snapshot by what chooses them; answers are computed when asked for. */
final class Selection {

  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final Kind POD = Kind.core("Pod");
  private static final Kind BUDGET = new Kind("policy", "PodDisruptionBudget");

  private final Snapshot snapshot;
  private final Map<String, Neighbours> spaces = new HashMap<>();
  private final SelectorIndex<KubeObject> budgets = new SelectorIndex<>();

  Selection(Snapshot snapshot, List<Workload> workloads) {
    this.snapshot = snapshot;
    var byNamespace = new HashMap<String, List<Workload>>();
    for (Workload workload : workloads) {
      byNamespace
          .computeIfAbsent(workload.key().namespace(), namespace -> new ArrayList<>())
          .add(workload);
    }
    byNamespace.forEach((name, own) -> spaces.put(name, new Neighbours(snapshot, own)));
    for (KubeObject budget : snapshot.all(BUDGET)) {
      selector(budget)
          .ifPresent(selector -> budgets.add(budget.key().namespace(), selector, budget));
    }
  }

  List<Workload> ofService(ObjectKey service) {
    return snapshot
        .find(service)
        .flatMap(Selection::selector)
        .filter(labels -> !labels.isEmpty())
        .map(labels -> selected(service, Map.of("matchLabels", labels)))
        .orElse(List.of());
  }

  List<Workload> ofBudget(ObjectKey budget) {
    return snapshot
        .find(budget)
        .flatMap(Selection::selector)
        .map(selector -> selected(budget, selector))
        .orElse(List.of());
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

  Answer<Boolean> budgeted(ObjectKey workload) {
    if (!snapshot.coverage().complete(BUDGET)) {
      return Answer.unread(BUDGET, snapshot.coverage());
    }
    Neighbours own = spaces.get(workload.namespace());
    return Answer.of(
        own != null
            && own.labels(workload).stream()
                .anyMatch(labels -> budgets.anySelecting(workload.namespace(), labels)));
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
