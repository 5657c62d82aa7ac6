package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;

/** Tells the subjects of Kubernetes and its distribution from those of people and workloads. */
final class Platform {

  private static final List<String> RESERVED =
      List.of("system:", "kubeadm:", "eks:", "gke:", "gce:", "aks-service", "clusterAdmin");
  private static final List<String> EVERYBODY =
      List.of("system:authenticated", "system:unauthenticated", "system:anonymous");
  private static final String ACCOUNTS = "system:serviceaccounts";

  private Platform() {}

  /**
   * Whether it is the distribution's own.
   *
   * @param shipped whether the distribution brought the grant along
   */
  static boolean is(Place place, boolean shipped) {
    if (place.type() == Place.Type.ACCOUNT) {
      return place.namespace().equals("kube-system");
    }
    String name = place.name();
    if (name.startsWith(ACCOUNTS + ":")) {
      return name.equals(ACCOUNTS + ":kube-system");
    }
    return EVERYBODY.contains(name) || name.equals(ACCOUNTS)
        ? shipped
        : RESERVED.stream().anyMatch(name::startsWith);
  }
}
