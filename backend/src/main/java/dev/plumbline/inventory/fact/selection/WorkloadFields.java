package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.fact.Answer;

/**
 * What the fact adds to a workload.
 *
 * @param budgeted whether a disruption budget selects one of its pods
 */
public record WorkloadFields(Answer<Boolean> budgeted) {}
