package dev.plumbline.inventory.fact.admission;

import java.util.List;

/**
 * A policy that looks at the pods of a namespace before they are admitted.
 *
 * @param engine such as {@code Kyverno}, {@code Gatekeeper} or {@code Pod Security}
 * @param policy as {@code ClusterPolicy disallow-privileged-containers}
 * @param denies whether it refuses; else it warns or records only
 * @param failsOpen whether pods are admitted while the engine does not answer
 * @param stops what it surely refuses: controls of the Pod Security Standards by their names there,
 *     {@code hostNetwork} and {@code hostProcesses} for the halves of {@code hostNamespaces},
 *     {@code registries}, {@code tags}, {@code digests}, {@code signatures}, {@code attestations}
 * @param about the same words, where it is only seen that the policy reads the field
 */
public record InForce(
    String engine,
    String policy,
    boolean denies,
    boolean failsOpen,
    List<String> stops,
    List<String> about) {

  public InForce {
    stops = List.copyOf(stops);
    about = List.copyOf(about);
  }
}
