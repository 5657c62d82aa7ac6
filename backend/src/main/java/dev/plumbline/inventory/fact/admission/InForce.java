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
 * @param partly of which only some violations are refused, as trying it shows
 * @param about the same words, where it is only seen that the policy reads the field
 * @param why it is not understood, for people; empty where it is, or nothing is known of it
 */
public record InForce(
    String engine,
    String policy,
    boolean denies,
    boolean failsOpen,
    List<String> stops,
    List<Partly> partly,
    List<String> about,
    String why) {

  public InForce {
    stops = List.copyOf(stops);
    partly = List.copyOf(partly);
    about = List.copyOf(about);
  }

  /**
   * Whether it surely refuses every new pod that violates this; containers added to running pods
   * are another matter.
   */
  public boolean refusesNewPods(String what) {
    return stops.contains(what) || partly.stream().anyMatch(one -> one.newPods(what));
  }

  /** Whether it surely refuses at least some violations of this. */
  public boolean refusesAny(String what) {
    return stops.contains(what)
        || partly.stream().anyMatch(one -> one.control().equals(what) && one.where().isEmpty());
  }
}
