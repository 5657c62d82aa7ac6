package dev.plumbline.inventory.fact.rbac;

import java.util.Set;

/**
 * Who can do this?
 *
 * @param group API group, empty for the core group
 * @param resource plural, with its subresource as {@code pods/exec}
 * @param name of the object, empty for any
 * @param namespace empty for wherever it may be granted
 */
public record Question(String verb, String group, String resource, String name, String namespace) {

  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "nodes",
          "namespaces",
          "persistentvolumes",
          "clusterroles",
          "clusterrolebindings",
          "users",
          "groups",
          "certificatesigningrequests",
          "signers",
          "storageclasses",
          "customresourcedefinitions",
          "validatingwebhookconfigurations",
          "mutatingwebhookconfigurations");

  boolean answeredBy(Rule rule, Binding binding) {
    boolean nameless = verb.equals("create") && !resource.contains("/");
    boolean named =
        rule.resourceNames().isEmpty()
            || (!nameless && (name.isEmpty() || rule.resourceNames().contains(name)));
    return named && holds(binding) && rule.grants(verb, group, resource);
  }

  /** What has no namespace is not granted by a RoleBinding, but for its own namespace and bind. */
  private boolean holds(Binding binding) {
    String plural =
        resource.contains("/") ? resource.substring(0, resource.indexOf('/')) : resource;
    return binding.namespace().isEmpty()
        || !OF_THE_CLUSTER.contains(plural)
        || plural.equals("namespaces")
        || verb.equals("bind");
  }
}
