package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * What the fact adds to a RoleBinding or ClusterRoleBinding.
 *
 * @param granted rules of the role it names
 * @param roleFound false where that role does not exist, so that nothing is granted yet
 * @param outsiders subjects, without those that Kubernetes or the distribution brought along
 */
public record BindingFields(List<Rule> granted, boolean roleFound, List<Subject> outsiders) {

  static final BindingFields NONE = new BindingFields(List.of(), false, List.of());

  static BindingFields of(Binding binding) {
    return new BindingFields(
        binding.rules(),
        binding.roleFound(),
        binding.subjects().stream().filter(subject -> !subject.shipped()).toList());
  }
}
