package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a ServiceAccount.
 *
 * @param bindings that name this very account, not one of its groups
 */
public record AccountFields(List<Held> bindings) {

  static final AccountFields NONE = new AccountFields(List.of());

  /**
   * A binding that names the account.
   *
   * @param namespace where it grants; empty for the whole cluster
   * @param role name of the role it grants
   */
  public record Held(String kind, String namespace, String name, String role) {}
}
