package dev.plumbline.inventory.fact.reach;

import java.util.List;

/**
 * What the fact adds to a NetworkPolicy.
 *
 * @param selected workloads whose pods it selects, as {@code Deployment web}
 */
public record PolicyFields(List<String> selected) {

  public PolicyFields {
    selected = List.copyOf(selected);
  }
}
