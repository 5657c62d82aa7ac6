package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * What network policies make of a workload's pods. {@code open} where none limits the direction,
 * {@code limited} where one does, {@code node} where the pods use their node's network, for which
 * no policy holds.
 *
 * @param policies those that hold for the pods, as {@code NetworkPolicy shop/web}
 * @param outside the ways from outside the cluster
 */
public record Reach(
    Answer<String> ingress,
    Answer<String> egress,
    List<String> policies,
    Answer<List<Way>> outside) {

  public Reach {
    policies = List.copyOf(policies);
  }
}
