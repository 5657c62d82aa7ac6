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
import java.util.stream.Stream;

/** Bindings by the user or group they name. */
record Accounts(Map<String, Set<Binding>> users, Map<String, Set<Binding>> groups) {

  static Accounts of(Rbac rbac) {
    var accounts = new Accounts(new HashMap<>(), new HashMap<>());
    for (Binding binding : rbac.bindings()) {
      binding.subjects().forEach(subject -> accounts.add(subject, binding));
    }
    return accounts;
  }

  private void add(Subject subject, Binding binding) {
    var index = subject.kind().equals("Group") ? groups : users;
    String name = subject.kind().equals("ServiceAccount") ? subject.user() : subject.name();
    index.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(binding);
  }

  AccountFields account(ObjectKey key) {
    return new AccountFields(held(Identity.serviceAccount(key.namespace(), key.name())));
  }

  WorkloadFields workload(Workload workload) {
    String namespace = workload.key().namespace();
    String name =
        workload.groups().stream().findFirst().map(Accounts::serviceAccount).orElse("default");
    Identity identity = Identity.serviceAccount(namespace, name);
    return new WorkloadFields(
        new WorkloadFields.Account(namespace, name, held(identity), everywhere(identity)));
  }

  private static String serviceAccount(PodGroup group) {
    for (String field : List.of("serviceAccountName", "serviceAccount")) {
      String name = Documents.text(group.spec(), field);
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "default";
  }

  private List<Held> held(Identity identity) {
    return users.getOrDefault(identity.user(), Set.of()).stream().map(Held::of).toList();
  }

  private Grants everywhere(Identity identity) {
    List<Rule> rules = new ArrayList<>();
    Stream.concat(
            users.getOrDefault(identity.user(), Set.of()).stream(),
            identity.groups().stream().flatMap(g -> groups.getOrDefault(g, Set.of()).stream()))
        .filter(binding -> binding.namespace().isEmpty())
        .forEach(binding -> rules.addAll(binding.rules()));
    return new Grants(rules);
  }
}
