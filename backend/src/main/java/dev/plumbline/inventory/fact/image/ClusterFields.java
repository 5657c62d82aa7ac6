package dev.plumbline.inventory.fact.image;

import dev.plumbline.inventory.Workload;
import java.util.List;

/**
 * What the fact adds to the cluster.
 *
 * @param repositories that the images of all workloads come from, each once and in order, such as
 *     {@code quay.io/prometheus/alertmanager}
 * @param ofDaemonSets those of them that DaemonSets run
 * @param unversioned workloads of which a container names an image with neither tag nor digest, or
 *     none, in order
 */
public record ClusterFields(
    List<String> repositories, List<String> ofDaemonSets, List<Workload> unversioned) {

  public ClusterFields {
    repositories = List.copyOf(repositories);
    ofDaemonSets = List.copyOf(ofDaemonSets);
    unversioned = List.copyOf(unversioned);
  }
}
