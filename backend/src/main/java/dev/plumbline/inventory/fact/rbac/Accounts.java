package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workload.PodGroup;
import dev.plumbline.inventory.fact.rbac.AccountFields.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Bindings by the user or group they name. */
final class Accounts {

  private final Map<String, Set<Held>> held = new HashMap<>();
  private final Map<String, List<Binding>> users = new HashMap<>();
  private final Map<String, List<Binding>> groups = new HashMap<>();
  private final Map<List<String>, Grants> ofGroups = new ConcurrentHashMap<>();
  private final Map<Name, WorkloadFields> workloads = new ConcurrentHashMap<>();

  private record Name(String namespace, String name) {}

  private Accounts() {}

  static Accounts of(Rbac rbac) {
    var accounts = new Accounts();
    for (Binding binding : rbac.bindings()) {
      binding.subjects().forEach(subject -> accounts.add(subject, binding));
    }
    return accounts;
  }

  private void add(Subject subject, Binding binding) {
    boolean group = subject.kind().equals("Group");
    String name = subject.kind().equals("ServiceAccount") ? subject.user() : subject.name();
    if (!group) {
      held.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(Held.of(binding));
    }
    if (binding.namespace().isEmpty()) {
      add(binding, (group ? groups : users).computeIfAbsent(name, n -> new ArrayList<>()));
    }
  }

  /** A binding may name the same subject again. */
  private static void add(Binding binding, List<Binding> known) {
    if (known.isEmpty() || known.getLast() != binding) {
      known.add(binding);
    }
  }

  AccountFields account(ObjectKey key) {
    return new AccountFields(held(Identity.serviceAccount(key.namespace(), key.name())));
  }

  WorkloadFields workload(Workload workload) {
    String name =
        workload.groups().isEmpty() ? "default" : serviceAccount(workload.groups().getFirst());
    var account = new Name(workload.key().namespace(), name);
    WorkloadFields known = workloads.get(account);
    return known == null ? workloads.computeIfAbsent(account, this::workload) : known;
  }

  /** The same for all workloads under one account. */
  private WorkloadFields workload(Name account) {
    Identity identity = Identity.serviceAccount(account.namespace, account.name);
    return new WorkloadFields(
        new WorkloadFields.Account(
            account.namespace, account.name, held(identity), everywhere(identity)));
  }

  private static String serviceAccount(PodGroup group) {
    if (!group.account().isEmpty()) {
      return group.account();
    }
    String older = Documents.text(group.spec(), "serviceAccount");
    return older.isEmpty() ? "default" : older;
  }

  private List<Held> held(Identity identity) {
    return List.copyOf(held.getOrDefault(identity.user(), Set.of()));
  }

  private Grants everywhere(Identity identity) {
    var bound = new ArrayList<String>(identity.groups());
    bound.removeIf(group -> !groups.containsKey(group));
    Grants common = ofGroups.computeIfAbsent(bound, this::grants);
    List<Binding> own = users.getOrDefault(identity.user(), List.of());
    if (own.isEmpty()) {
      return common;
    }
    List<Rule> rules = new ArrayList<>();
    own.forEach(binding -> rules.addAll(binding.rules()));
    rules.addAll(common.rules());
    return new Grants(rules);
  }

  private Grants grants(List<String> bound) {
    List<Rule> rules = new ArrayList<>();
    bound.forEach(
        group -> groups.getOrDefault(group, List.of()).forEach(one -> rules.addAll(one.rules())));
    return new Grants(rules);
  }
}
