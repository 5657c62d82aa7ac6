package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a Role or ClusterRole.
 *
 * @param granted rules in force, those aggregated from other roles included
 * @param shipped whether Kubernetes or the distribution brought it along
 */
public record RoleFields(List<Rule> granted, boolean shipped) {

  static final RoleFields NONE = new RoleFields(List.of(), false);

  static RoleFields of(Role role) {
    return new RoleFields(role.rules(), role.shipped());
  }
}
