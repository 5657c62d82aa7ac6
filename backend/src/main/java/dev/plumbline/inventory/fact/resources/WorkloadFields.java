package dev.plumbline.inventory.fact.resources;

import java.util.List;

/**
 * What the fact adds to a workload.
 *
 * @param ratios of containers that set both a request and a limit of a resource
 */
public record WorkloadFields(List<Ratio> ratios) {

  static final WorkloadFields NONE = new WorkloadFields(List.of());

  public WorkloadFields {
    ratios = List.copyOf(ratios);
  }
}
