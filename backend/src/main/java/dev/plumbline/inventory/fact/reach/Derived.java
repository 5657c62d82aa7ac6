package dev.plumbline.inventory.fact.reach;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labels that network plug-ins give pods by themselves, from namespace and ServiceAccount. */
final class Derived {

  static final String CALICO_ACCOUNT = "projectcalico.org/serviceaccount";
  static final String CALICO_NAME = "projectcalico.org/name";

  private static final String CALICO_NAMESPACE = "projectcalico.org/namespace";
  private static final String CALICO_NAMESPACE_LABEL = "pcns.";
  private static final String CILIUM_NAMESPACE = "io.kubernetes.pod.namespace";
  private static final String CILIUM_ACCOUNT = "io.cilium.k8s.policy.serviceaccount";
  private static final String CILIUM_CLUSTER = "io.cilium.k8s.policy.cluster";
  private static final String CILIUM_LABELS = "io.cilium.k8s.namespace.labels.";

  private static final String CALICO_ORCHESTRATOR = "projectcalico.org/orchestrator";
  private static final Set<String> GIVEN =
      Set.of(
          CALICO_NAMESPACE,
          CILIUM_NAMESPACE,
          CALICO_ACCOUNT,
          CILIUM_ACCOUNT,
          CALICO_ORCHESTRATOR,
          CILIUM_CLUSTER);

  private Derived() {}

  /** Whether a label tells of the namespace. */
  static boolean ofNamespace(String key) {
    return key.equals(CILIUM_NAMESPACE) || key.startsWith(CILIUM_LABELS);
  }

  /** Whether it can only be told where the namespace's labels were read. */
  static boolean ofNamespaceLabels(String key) {
    return key.startsWith(CILIUM_LABELS) || key.startsWith(CALICO_NAMESPACE_LABEL);
  }

  /** Whether pods may have a label without being given it. */
  static boolean gives(String key) {
    return key.startsWith(CILIUM_LABELS) || GIVEN.contains(key);
  }

  static Optional<String> value(
      String key, String namespace, String account, Map<String, String> ofNamespace) {
    return switch (key) {
      case CALICO_NAMESPACE, CILIUM_NAMESPACE -> Optional.of(namespace);
      case CALICO_ACCOUNT, CILIUM_ACCOUNT -> Optional.of(account);
      case CALICO_ORCHESTRATOR -> Optional.of("k8s");
      case CILIUM_CLUSTER -> Optional.of("default");
      default ->
          key.startsWith(CILIUM_LABELS)
              ? Optional.ofNullable(ofNamespace.get(key.substring(CILIUM_LABELS.length())))
              : Optional.empty();
    };
  }
}
