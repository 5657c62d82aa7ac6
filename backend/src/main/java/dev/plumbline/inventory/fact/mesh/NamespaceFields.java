package dev.plumbline.inventory.fact.mesh;

import java.util.List;

/**
 * A namespace of a cluster with a mesh, as the subject {@code MeshNamespace}: one that has
 * workloads which could be in it.
 *
 * @param ask what takes its pods into the mesh, for people; empty when nothing does
 * @param inside how many workloads are in a mesh
 * @param outside those that are not
 * @param around those that lead ports around their proxy
 */
public record NamespaceFields(
    String name, String ask, int inside, List<Outside> outside, List<Outside> around) {

  public NamespaceFields {
    outside = List.copyOf(outside);
    around = List.copyOf(around);
  }

  /**
   * A workload outside the mesh, or partly.
   *
   * @param workload as {@code Deployment web}
   * @param why for people
   */
  public record Outside(String workload, String why) {}
}
