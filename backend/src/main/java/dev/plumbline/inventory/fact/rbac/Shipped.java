package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.KubeObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells what Kubernetes and its distributions bring along from what somebody added. A label or a
 * name alone proves nothing, since anyone may write it: the subject has to be the system's too.
 */
final class Shipped {

  private static final List<String> NAMES =
      List.of("system:", "kubeadm:", "eks:", "gce:", "gke:", "aks-", "k3s-", "rke2-");

  /** Beginnings of user and group names that no outside login may claim. */
  private static final List<String> RESERVED = List.of("system:", "eks:");

  /** The groups that Kubernetes and kubeadm make administrators, by the binding that does so. */
  private static final Map<String, String> ADMINISTRATORS =
      Map.of(
          "cluster-admin", "system:masters",
          "kubeadm:cluster-admins", "kubeadm:cluster-admins");

  private static final Set<String> ROLES = Set.of("cluster-admin", "admin", "edit", "view");

  /** Grants to everybody that the API server creates itself, with the role of the same name. */
  private static final Map<String, Set<String>> TO_EVERYBODY =
      Map.of(
          "system:basic-user", Set.of("system:authenticated"),
          "system:discovery", Set.of("system:authenticated"),
          "system:public-info-viewer", Set.of("system:authenticated", "system:unauthenticated"),
          "system:service-account-issuer-discovery", Set.of("system:serviceaccounts"));

  private Shipped() {}

  static boolean role(KubeObject role) {
    return ROLES.contains(role.key().name()) ? labelled(role) : named(role);
  }

  static boolean binding(KubeObject binding) {
    return labelled(binding) || named(binding);
  }

  static boolean subject(KubeObject binding, String roleName, Subject subject) {
    String name = binding.key().name();
    if (Everybody.is(subject)) {
      return (name.equals(roleName)
              && TO_EVERYBODY.getOrDefault(name, Set.of()).contains(subject.name()))
          || clusterInfo(binding, roleName);
    }
    if (roleName.equals("cluster-admin")) {
      return ADMINISTRATORS.getOrDefault(name, "").equals(subject.name());
    }
    return binding(binding)
        && NAMES.stream().anyMatch(roleName::startsWith)
        && ofTheSystem(subject);
  }

  private static boolean ofTheSystem(Subject subject) {
    return subject.kind().equals("ServiceAccount")
        ? subject.namespace().equals("kube-system")
        : !subject.name().equals("system:masters")
            && RESERVED.stream().anyMatch(subject.name()::startsWith);
  }

  /** Kubeadm shows the cluster's address and CA to joining nodes, which have no identity yet. */
  private static boolean clusterInfo(KubeObject binding, String roleName) {
    return binding.key().namespace().equals("kube-public")
        && roleName.equals("kubeadm:bootstrap-signer-clusterinfo")
        && binding.key().name().equals(roleName);
  }

  private static boolean labelled(KubeObject object) {
    return "rbac-defaults".equals(object.labels().get("kubernetes.io/bootstrapping"));
  }

  private static boolean named(KubeObject object) {
    return NAMES.stream().anyMatch(object.key().name()::startsWith);
  }
}
