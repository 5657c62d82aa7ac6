package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Optional;

/** Policies of other kinds that may limit pods too; they are noticed, not understood. */
final class OtherPolicies {

  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  private record Other(Kind kind, String definition) {}

  private static final List<Other> KINDS =
      List.of(
          other("cilium.io", "CiliumNetworkPolicy", "ciliumnetworkpolicies"),
          other("cilium.io", "CiliumClusterwideNetworkPolicy", "ciliumclusterwidenetworkpolicies"),
          other("crd.projectcalico.org", "NetworkPolicy", "networkpolicies"),
          other("crd.projectcalico.org", "GlobalNetworkPolicy", "globalnetworkpolicies"),
          other("policy.networking.k8s.io", "AdminNetworkPolicy", "adminnetworkpolicies"),
          other(
              "policy.networking.k8s.io",
              "BaselineAdminNetworkPolicy",
              "baselineadminnetworkpolicies"),
          other("policy.networking.k8s.io", "ClusterNetworkPolicy", "clusternetworkpolicies"));

  private OtherPolicies() {}

  /** Why a pod that no NetworkPolicy limits may be limited all the same. */
  static Optional<String> doubt(Snapshot snapshot) {
    return KINDS.stream().flatMap(other -> doubt(other, snapshot).stream()).findFirst();
  }

  private static Optional<String> doubt(Other other, Snapshot snapshot) {
    String name = other.kind().name();
    if (!snapshot.all(other.kind()).isEmpty()) {
      return Optional.of("a " + name + " of " + other.kind().group() + " may limit it");
    }
    boolean installed =
        snapshot.find(new ObjectKey(DEFINITION, "", other.definition())).isPresent();
    return installed && !snapshot.coverage().complete(other.kind())
        ? Optional.of(other.definition() + ": " + snapshot.coverage().of(other.kind()).reason())
        : Optional.empty();
  }

  private static Other other(String group, String kind, String plural) {
    return new Other(new Kind(group, kind), plural + "." + group);
  }
}
