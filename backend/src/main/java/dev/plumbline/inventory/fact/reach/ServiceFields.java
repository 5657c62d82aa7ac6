package dev.plumbline.inventory.fact.reach;

import java.util.List;

/**
 * What the fact adds to a Service.
 *
 * @param selected workloads of its namespace with a pod that it selects, as {@code Deployment web};
 *     none for a Service without a selector
 */
public record ServiceFields(List<String> selected) {

  public ServiceFields {
    selected = List.copyOf(selected);
  }
}
