package dev.plumbline.inventory.fact.reach;

/**
 * What the fact adds to a workload.
 *
 * @param reach what network policies make of its pods
 */
public record WorkloadFields(Reach reach) {}
