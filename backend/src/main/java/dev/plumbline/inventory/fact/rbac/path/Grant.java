package dev.plumbline.inventory.fact.rbac.path;

import dev.plumbline.inventory.fact.rbac.Binding;
import dev.plumbline.inventory.fact.rbac.Rule;
import java.util.Optional;
import java.util.Set;

/**
 * A right and what it rests on.
 *
 * @param power what it lets one do, in words after "may"
 * @param scope namespace where it holds; empty for the whole cluster
 * @param binding empty where the right comes with a role gained on the way
 * @param role as {@code ClusterRole edit}
 * @param names objects it is limited to; empty where it is not
 */
public record Grant(
    String power,
    String scope,
    Optional<Binding> binding,
    String role,
    Rule rule,
    Set<String> names) {

  boolean covers(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** For people: {@code create pods in namespace shop}. */
  public String words() {
    String only =
        names.isEmpty() ? "" : " named " + String.join(", ", names.stream().sorted().toList());
    return power + only + Place.where(scope);
  }

  /** For people: {@code RoleBinding shop/deployers to ClusterRole edit}. */
  public String basis() {
    return binding
        .map(it ->
            it.kind()
                + " "
                + (it.namespace().isEmpty() ? "" : it.namespace() + "/")
                + it.name()
                + " to "
                + role)
        .orElse(role);
  }
}
