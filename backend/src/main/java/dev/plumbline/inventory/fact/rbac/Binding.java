package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * A RoleBinding or ClusterRoleBinding, resolved.
 *
 * @param namespace where it grants; empty for the whole cluster
 * @param roleFound false where the role it names does not exist, so that it grants nothing yet
 * @param rules what it grants
 */
public record Binding(
    String kind,
    String namespace,
    String name,
    String roleKind,
    String roleName,
    boolean roleFound,
    List<Rule> rules,
    List<Subject> subjects) {

  public Binding {
    rules = List.copyOf(rules);
    subjects = List.copyOf(subjects);
  }

  /** Whether it grants in this namespace; empty asks for the whole cluster. */
  boolean coversNamespace(String asked) {
    return namespace.isEmpty() || namespace.equals(asked);
  }

  boolean allows(Access access) {
    return rules.stream().anyMatch(rule -> rule.allows(access));
  }
}
