package dev.plumbline.compliance;

import java.util.Set;

/** Who runs a cluster's control plane. */
public enum Hosting {
  MANAGED,
  SELF_MANAGED,
  /** The distribution was not detected, which excludes nothing. */
  UNDETECTED;

  private static final Set<String> PROVIDERS = Set.of("eks", "gke", "aks");
  private static final Set<String> OWN =
      Set.of(
          "kubeadm",
          "kind",
          "k3s",
          "k0s",
          "rke2",
          "rke",
          "microk8s",
          "minikube",
          "talos",
          "kops",
          "openshift");

  /** Judges a detected distribution's name, empty when undetected. */
  public static Hosting of(String distribution) {
    if (PROVIDERS.contains(distribution)) {
      return MANAGED;
    }
    return OWN.contains(distribution) ? SELF_MANAGED : UNDETECTED;
  }
}
