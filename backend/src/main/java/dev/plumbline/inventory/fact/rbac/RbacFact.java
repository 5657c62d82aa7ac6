package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives roles their rules in force, bindings what they grant to whom, accounts their bindings. */
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
        "ServiceAccount", AccountFields.class);
  }

  @Override
  public Computed compute(Snapshot snapshot, List<Workload> workloads) {
    Rbac rbac = Rbac.of(snapshot);
    Map<ObjectKey, Record> fields = new HashMap<>();
    rbac.roles().forEach(role -> fields.put(key(role), RoleFields.of(role)));
    rbac.bindings().forEach(binding -> fields.put(key(binding), BindingFields.of(binding)));
    var accounts = Accounts.of(rbac);
    return (subject, key) ->
        subject.equals("ServiceAccount")
            ? accounts.of(key)
            : fields.getOrDefault(key, none(subject));
  }

  private static Record none(String subject) {
    return subject.endsWith("Binding") ? BindingFields.NONE : RoleFields.NONE;
  }

  private static ObjectKey key(Role role) {
    return new ObjectKey(new Kind(GROUP, role.kind()), role.namespace(), role.name());
  }

  private static ObjectKey key(Binding binding) {
    return new ObjectKey(new Kind(GROUP, binding.kind()), binding.namespace(), binding.name());
  }
}
