package dev.plumbline.inventory.fact.mesh;

/**
 * What the fact adds to a workload.
 *
 * @param mesh its place in a service mesh
 */
public record WorkloadFields(Membership mesh) {}
