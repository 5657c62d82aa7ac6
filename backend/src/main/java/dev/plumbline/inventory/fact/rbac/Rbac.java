package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Optional;

/** Roles and bindings of a cluster, resolved, and the authorizer's answers over them. */
public record Rbac(List<Role> roles, List<Binding> bindings) {

  public Rbac {
    roles = List.copyOf(roles);
    bindings = List.copyOf(bindings);
  }

  public static Rbac of(Snapshot snapshot) {
    var roles = Roles.of(snapshot);
    return new Rbac(roles.all(), Bindings.of(snapshot, roles));
  }

  /**
   * Whether RBAC allows a request.
   *
   * @param namespace of the request, empty for all namespaces and for what has none
   */
  public boolean can(Identity who, Access access, String namespace) {
    return grantedBy(who, access, namespace).isPresent();
  }

  /** The binding that allows a request, those of the whole cluster first. */
  public Optional<Binding> grantedBy(Identity who, Access access, String namespace) {
    return bindings.stream()
        .filter(binding -> binding.coversNamespace(namespace))
        .filter(binding -> binding.subjects().stream().anyMatch(who::is))
        .filter(binding -> binding.allows(access))
        .findFirst();
  }
}
