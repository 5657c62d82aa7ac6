package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/**
 * A Role or ClusterRole with the rules in force.
 *
 * @param namespace empty for a ClusterRole
 * @param rules those aggregated from other roles included
 * @param shipped whether Kubernetes or the distribution brought it along
 */
public record Role(String kind, String namespace, String name, List<Rule> rules, boolean shipped) {

  public Role {
    rules = List.copyOf(rules);
  }
}
