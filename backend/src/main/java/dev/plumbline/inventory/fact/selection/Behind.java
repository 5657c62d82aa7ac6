package dev.plumbline.inventory.fact.selection;

import dev.plumbline.inventory.Workload;
import java.util.List;

/**
 * What the fact adds to a Service and a disruption budget.
 *
 * @param workloads of its namespace with a pod that it selects, in order; none without a selector
 */
public record Behind(List<Workload> workloads) {}
