package dev.plumbline.inventory.fact.mesh;

/**
 * What the fact adds to the cluster.
 *
 * @param mesh which service meshes it has
 */
public record ClusterFields(Presence mesh) {}
