package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a RoleBinding or ClusterRoleBinding.
 *
 * @param grants rules of the role it names
 * @param roleFound false where that role does not exist, so that nothing is granted yet
 * @param where it grants, for people: {@code in namespace shop} or {@code in the whole cluster}
 * @param outsiders subjects, without those that Kubernetes or the distribution brought along
 */
public record BindingFields(
    Grants grants, boolean roleFound, String where, List<Subject> outsiders) {

  static final BindingFields NONE = new BindingFields(Grants.NONE, false, "nowhere", List.of());

  static BindingFields of(Binding binding) {
    return new BindingFields(
        new Grants(binding.rules()),
        binding.roleFound(),
        binding.namespace().isEmpty()
            ? "in the whole cluster"
            : "in namespace " + binding.namespace(),
        binding.subjects().stream().filter(subject -> !subject.shipped()).toList());
  }
}
