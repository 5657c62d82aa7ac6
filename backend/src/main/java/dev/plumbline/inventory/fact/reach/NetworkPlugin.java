package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Workload;
import dev.plumbline.inventory.fact.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What connects the pods.
 *
 * @param enforces whether it makes network policies hold
 */
public record NetworkPlugin(String name, boolean enforces) {

  private static final Kind DAEMON_SET = new Kind("apps", "DaemonSet");

  /** A part of the image's name to the plug-in; those that enforce come first. */
  private static final Map<String, NetworkPlugin> MARKS = new LinkedHashMap<>();

  static {
    mark("calico/node", "Calico", true);
    mark("cilium/cilium", "Cilium", true);
    mark("/anetd", "Dataplane V2", true);
    mark("antrea", "Antrea", true);
    mark("weave-npc", "Weave", true);
    mark("kube-router", "kube-router", true);
    mark("ovn-kube", "OVN-Kubernetes", true);
    mark("ovnkube", "OVN-Kubernetes", true);
    mark("azure-npm", "Azure NPM", true);
    mark("aws-network-policy-agent", "Amazon VPC CNI with policy agent", true);
    mark("kube-network-policies", "kube-network-policies", true);
    mark("flannel", "Flannel", false);
    mark("amazon-k8s-cni", "Amazon VPC CNI", false);
  }

  static Answer<NetworkPlugin> of(List<Workload> workloads, Coverage coverage) {
    List<String> images =
        workloads.stream().filter(NetworkPlugin::agent).flatMap(w -> images(w).stream()).toList();
    Optional<NetworkPlugin> found =
        MARKS.entrySet().stream()
            .filter(mark -> images.stream().anyMatch(image -> image.contains(mark.getKey())))
            .map(Map.Entry::getValue)
            .findFirst();
    if (found.isPresent()) {
      return Answer.of(found.get());
    }
    return coverage.complete(DAEMON_SET)
        ? Answer.unknown("no network plug-in known to us among the DaemonSets")
        : Answer.unread(DAEMON_SET, coverage);
  }

  private static boolean agent(Workload workload) {
    return workload.key().kind().equals(DAEMON_SET);
  }

  private static List<String> images(Workload workload) {
    return workload.groups().stream()
        .flatMap(group -> Documents.maps(group.spec(), "containers").stream())
        .map(container -> Documents.text(container, "image"))
        .toList();
  }

  private static void mark(String image, String name, boolean enforces) {
    MARKS.put(image, new NetworkPlugin(name, enforces));
  }
}
