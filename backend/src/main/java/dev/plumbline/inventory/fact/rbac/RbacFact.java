package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives roles their rules in force, bindings what they grant to whom, accounts their rights. */
@Component
final class RbacFact implements Fact {

  private static final String GROUP = "rbac.authorization.k8s.io";

  @Override
  public String name() {
    return "rbac";
  }

  @Override
  public Set<Kind> needs() {
    return Set.of(
        Roles.CLUSTER_ROLE, Roles.ROLE, Bindings.CLUSTER_ROLE_BINDING, Bindings.ROLE_BINDING);
  }

  @Override
  public Map<String, Class<? extends Record>> adds() {
    return Map.of(
        "ClusterRole", RoleFields.class,
        "Role", RoleFields.class,
        "ClusterRoleBinding", BindingFields.class,
        "RoleBinding", BindingFields.class,
        "ServiceAccount", AccountFields.class,
        "Workload", WorkloadFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Rbac rbac = Rbac.of(snapshot);
    var accounts = Accounts.of(rbac);
    Map<ObjectKey, Record> fields = new HashMap<>();
    rbac.roles().forEach(role -> fields.put(key(role), RoleFields.of(role)));
    rbac.bindings().forEach(binding -> fields.put(key(binding), BindingFields.of(binding)));
    return new Computed() {
      @Override
      public Record of(String subject, ObjectKey key) {
        return switch (subject) {
          case "ServiceAccount" -> accounts.account(key);
          case "Workload" ->
              Workloads.find(workloads, key).map(accounts::workload).orElse(nobody(key));
          case "Role", "ClusterRole" -> fields.getOrDefault(key, RoleFields.NONE);
          default -> fields.getOrDefault(key, BindingFields.NONE);
        };
      }

      @Override
      public Record of(Workload workload) {
        return accounts.workload(workload);
      }
    };
  }

  private static WorkloadFields nobody(ObjectKey key) {
    return new WorkloadFields(
        new WorkloadFields.Account(key.namespace(), "default", List.of(), Grants.NONE));
  }

  private static ObjectKey key(Role role) {
    return new ObjectKey(new Kind(GROUP, role.kind()), role.namespace(), role.name());
  }

  private static ObjectKey key(Binding binding) {
    return new ObjectKey(new Kind(GROUP, binding.kind()), binding.namespace(), binding.name());
  }
}
