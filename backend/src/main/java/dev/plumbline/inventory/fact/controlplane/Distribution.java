package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells a distribution by the marks it leaves on its version and its nodes. */
final class Distribution {

  private static final Map<String, String> VERSION_MARKS =
      Map.of("-eks-", "eks", "-gke.", "gke", "+rke2r", "rke2", "+k3s", "k3s", "+k0s", "k0s");

  private static final Map<String, String> LABEL_MARKS =
      Map.of(
          "eks.amazonaws.com/", "eks",
          "cloud.google.com/gke-", "gke",
          "kubernetes.azure.com/", "aks",
          "node.openshift.io/", "openshift",
          "minikube.k8s.io/", "minikube");

  private Distribution() {}

  static Answer<String> of(Snapshot snapshot) {
    Collection<KubeObject> nodes = snapshot.all(Kind.core("Node"));
    return byVersion(snapshot.version().git())
        .or(() -> nodes.stream().flatMap(node -> byNode(node).stream()).findFirst())
        .or(() -> kubeadm(snapshot, nodes))
        .map(Answer::of)
        .orElse(Answer.unknown("neither the version nor the nodes tell the distribution"));
  }

  private static Optional<String> byVersion(String git) {
    return VERSION_MARKS.entrySet().stream()
        .filter(mark -> git.contains(mark.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> byNode(KubeObject node) {
    if (spec(node).startsWith("kind://")) {
      return Optional.of("kind");
    }
    if (osImage(node).startsWith("Talos")) {
      return Optional.of("talos");
    }
    return LABEL_MARKS.entrySet().stream()
        .filter(mark -> node.labels().keySet().stream().anyMatch(startsWith(mark.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> kubeadm(Snapshot snapshot, Collection<KubeObject> nodes) {
    boolean marked =
        nodes.stream()
            .flatMap(node -> node.annotations().keySet().stream())
            .anyMatch(startsWith("kubeadm.alpha.kubernetes.io/"));
    return marked || ConfigMaps.kubeadm(snapshot) ? Optional.of("kubeadm") : Optional.empty();
  }

  private static Predicate<String> startsWith(String prefix) {
    return text -> text.startsWith(prefix);
  }

  private static String spec(KubeObject node) {
    return Documents.text(Documents.map(node.document(), "spec"), "providerID");
  }

  private static String osImage(KubeObject node) {
    var status = Documents.map(node.document(), "status");
    return Documents.text(Documents.map(status, "nodeInfo"), "osImage");
  }
}
