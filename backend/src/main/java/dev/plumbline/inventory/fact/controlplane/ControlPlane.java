package dev.plumbline.inventory.fact.controlplane;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * What the fact adds to the cluster.
 *
 * @param kubelets configuration given to nodes, one for each ConfigMap that holds one
 * @param kubeProxies one for each place that configures kube-proxy
 * @param distribution such as {@code kubeadm} or {@code eks}
 * @param kubernetes the version it runs and how long that is supported
 */
public record ControlPlane(
    Answer<List<Process>> apiServers,
    Answer<List<Process>> controllerManagers,
    Answer<List<Process>> schedulers,
    Answer<List<Process>> etcds,
    Answer<List<Kubelet>> kubelets,
    Answer<List<KubeProxy>> kubeProxies,
    Answer<String> distribution,
    Answer<Version> kubernetes) {

  static ControlPlane of(Snapshot snapshot) {
    Answer<String> distribution = Distribution.of(snapshot);
    return new ControlPlane(
        processes("kube-apiserver", snapshot),
        processes("kube-controller-manager", snapshot),
        processes("kube-scheduler", snapshot),
        processes("etcd", snapshot),
        ConfigMaps.kubelets(snapshot),
        ConfigMaps.kubeProxies(snapshot),
        distribution,
        Version.of(snapshot, distribution));
  }

  private static Answer<List<Process>> processes(String component, Snapshot snapshot) {
    return snapshot.coverage().complete(Kind.core("Pod"))
        ? Processes.of(component, snapshot)
        : Answer.unread(Kind.core("Pod"), snapshot.coverage());
  }
}
