package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every network policy of a snapshot, and a doubt for every kind that may hide some. */
final class Policies {

  private static final Kind DEFINITION =
      new Kind("apiextensions.k8s.io", "CustomResourceDefinition");

  private final Snapshot snapshot;

  private Policies(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  static List<Policy> of(Snapshot snapshot) {
    return new Policies(snapshot).all().sorted(Policy.ORDER).toList();
  }

  private Stream<Policy> all() {
    var calico = new CalicoPolicies(snapshot);
    return Stream.of(
            snapshot.all(KubernetesPolicies.KIND).stream().map(KubernetesPolicies::read),
            unread().stream(),
            admin("AdminNetworkPolicy", "adminnetworkpolicies"),
            admin("BaselineAdminNetworkPolicy", "baselineadminnetworkpolicies"),
            admin("ClusterNetworkPolicy", "clusternetworkpolicies"),
            cilium("CiliumNetworkPolicy", "ciliumnetworkpolicies"),
            cilium("CiliumClusterwideNetworkPolicy", "ciliumclusterwidenetworkpolicies"),
            calico("NetworkPolicy", "networkpolicies", calico),
            calico("GlobalNetworkPolicy", "globalnetworkpolicies", calico))
        .flatMap(it -> it);
  }

  private Optional<Policy> unread() {
    var coverage = snapshot.coverage();
    return coverage.complete(KubernetesPolicies.KIND)
        ? Optional.empty()
        : Optional.of(
            Doubts.policy(
                "NetworkPolicy",
                "NetworkPolicy: " + coverage.of(KubernetesPolicies.KIND).reason()));
  }

  private Stream<Policy> admin(String kind, String plural) {
    return custom(
        "policy.networking.k8s.io", kind, plural, it -> Stream.of(AdminPolicies.read(it)));
  }

  private Stream<Policy> cilium(String kind, String plural) {
    return custom("cilium.io", kind, plural, new CiliumPolicies(snapshot)::read);
  }

  private Stream<Policy> calico(String kind, String plural, CalicoPolicies calico) {
    return custom("crd.projectcalico.org", kind, plural, it -> Stream.of(calico.read(it)));
  }

  private Stream<Policy> custom(
      String group, String name, String plural, Function<KubeObject, Stream<Policy>> reader) {
    var kind = new Kind(group, name);
    return Stream.concat(
        snapshot.all(kind).stream().flatMap(reader), unread(kind, plural + "." + group).stream());
  }

  /** A kind that is installed but was not read to the end. */
  private Optional<Policy> unread(Kind kind, String definition) {
    boolean installed = snapshot.find(new ObjectKey(DEFINITION, "", definition)).isPresent();
    return installed && !snapshot.coverage().complete(kind)
        ? Optional.of(
            Doubts.policy(kind.name(), definition + ": " + snapshot.coverage().of(kind).reason()))
        : Optional.empty();
  }
}
