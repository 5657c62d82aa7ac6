package dev.plumbline.inventory.shape;

import java.util.Map;
import java.util.Set;

/** Fields that the API server refuses to leave out, or always fills. */
final class Always {

  private static final Map<String, Set<String>> FIELDS =
      Map.ofEntries(
          Map.entry("ObjectMeta", Set.of("name")),
          Map.entry("Container", Set.of("name")),
          Map.entry("EphemeralContainer", Set.of("name")),
          Map.entry("ContainerPort", Set.of("containerPort")),
          Map.entry("EnvVar", Set.of("name")),
          Map.entry("Volume", Set.of("name")),
          Map.entry("VolumeMount", Set.of("name", "mountPath")),
          Map.entry("HostPathVolumeSource", Set.of("path")),
          Map.entry("Sysctl", Set.of("name", "value")),
          Map.entry("SeccompProfile", Set.of("type")),
          Map.entry("AppArmorProfile", Set.of("type")),
          Map.entry("RoleRef", Set.of("kind", "name")),
          Map.entry("Subject", Set.of("kind", "name")),
          Map.entry("RoleBinding", Set.of("roleRef")),
          Map.entry("ClusterRoleBinding", Set.of("roleRef")),
          Map.entry("PolicyRule", Set.of("verbs")),
          Map.entry("ServicePort", Set.of("port")),
          Map.entry("MutatingWebhook", Set.of("name", "clientConfig")),
          Map.entry("ValidatingWebhook", Set.of("name", "clientConfig")),
          Map.entry("OwnerReference", Set.of("apiVersion", "kind", "name")));

  private Always() {}

  static boolean has(String model, String field) {
    return field.equals("metadata") || FIELDS.getOrDefault(model, Set.of()).contains(field);
  }
}
