package dev.plumbline.inventory.fact.mesh;

/**
 * A workload that is in a mesh, as the subject {@code MeshedWorkload}.
 *
 * @param kind such as {@code Deployment}
 * @param mesh its place in the mesh
 */
public record MeshedFields(String kind, String namespace, String name, Membership mesh) {}
