package dev.plumbline.inventory.fact.admission;

import java.util.List;

/**
 * What the fact adds to the cluster.
 *
 * @param policyEngines those whose webhooks are registered, in order
 */
public record ClusterFields(List<String> policyEngines) {

  public ClusterFields {
    policyEngines = List.copyOf(policyEngines);
  }
}
