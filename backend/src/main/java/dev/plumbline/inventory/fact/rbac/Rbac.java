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

  /** Who may do something, and by which binding and rule; the whole cluster first. */
  public List<Holding> who(Question question) {
    return bindings.stream()
        .filter(binding ->
            question.namespace().isEmpty() || binding.coversNamespace(question.namespace()))
        .flatMap(binding ->
            binding.rules().stream()
                .filter(rule -> question.answeredBy(rule, binding))
                .flatMap(rule ->
                    binding.subjects().stream()
                        .map(subject -> new Holding(subject, binding, rule))))
        .toList();
  }

  /** Everything an identity may do, by its own bindings and by those of its groups. */
  public List<Holding> what(Identity who) {
    return bindings.stream()
        .flatMap(binding ->
            binding.subjects().stream()
                .filter(who::is)
                .limit(1)
                .flatMap(subject ->
                    binding.rules().stream().map(rule -> new Holding(subject, binding, rule))))
        .toList();
  }
}
