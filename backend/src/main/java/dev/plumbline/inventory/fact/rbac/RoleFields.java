package dev.plumbline.inventory.fact.rbac;

/**
 * What the fact adds to a Role or ClusterRole.
 *
 * @param grants rules in force, those aggregated from other roles included
 * @param shipped whether Kubernetes or the distribution brought it along
 */
public record RoleFields(Grants grants, boolean shipped) {

  static final RoleFields NONE = new RoleFields(Grants.NONE, false);

  static RoleFields of(Role role) {
    return new RoleFields(new Grants(role.rules()), role.shipped());
  }
}
