package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a ServiceAccount.
 *
 * @param held bindings that name this very account, not one of its groups
 */
public record AccountFields(List<Held> held) {

  /**
   * A binding that names the account.
   *
   * @param namespace where it grants; empty for the whole cluster
   * @param role name of the role it grants
   */
  public record Held(String kind, String namespace, String name, String role) {

    static Held of(Binding binding) {
      return new Held(binding.kind(), binding.namespace(), binding.name(), binding.roleName());
    }
  }
}
