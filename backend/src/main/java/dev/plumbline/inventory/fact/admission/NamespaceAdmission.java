package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.Answer;
import dev.plumbline.inventory.fact.InChecks;
import java.util.List;

/**
 * What judges the pods of a namespace before they are admitted.
 *
 * @param podSecurity levels of Pod Security admission
 * @param policies every policy in force, Pod Security's level among them
 * @param stops what some of them surely refuse; the words of {@link InForce#stops}
 * @param partly what of which they refuse some violations and let others in
 * @param maybe what some of them may refuse: the words of {@link InForce#about} of those that deny,
 *     without {@code stops}
 */
public record NamespaceAdmission(
    PodSecurityLevels podSecurity,
    List<InForce> policies,
    List<String> stops,
    List<Partly> partly,
    List<String> maybe) {

  public NamespaceAdmission {
    policies = List.copyOf(policies);
    stops = List.copyOf(stops);
    partly = List.copyOf(partly);
    maybe = List.copyOf(maybe);
  }

  /**
   * Whether policies refuse every new pod with a violation of this kind; unknown where one reads
   * the field and is not understood.
   *
   * @param what one of the words of {@link InForce#stops}
   */
  @InChecks
  public Answer<Boolean> refuses(String what) {
    if (refusesNewPods(what)) {
      return Answer.of(true);
    }
    return maybe.contains(what) ? Answer.unknown(doubt(what)) : Answer.of(false);
  }

  /**
   * Whether every new pod is surely refused that violates this; containers added to running pods
   * are another matter.
   */
  public boolean refusesNewPods(String what) {
    return stops.contains(what) || partly.stream().anyMatch(one -> one.newPods(what));
  }

  /** Whether the API server's own Pod Security surely refuses a violation of this kind. */
  public boolean refusedByPodSecurity(String what) {
    return policies.stream()
        .filter(policy -> policy.engine().equals(Admission.POD_SECURITY))
        .anyMatch(policy -> policy.stops().contains(what));
  }

  private String doubt(String what) {
    return policies.stream()
        .filter(policy -> policy.denies() && policy.about().contains(what))
        .map(policy ->
            policy.policy() + " is about " + what + ", but not fully understood" + why(policy))
        .findFirst()
        .orElse(what + ": not fully understood");
  }

  private static String why(InForce policy) {
    return policy.why().isEmpty() ? "" : ": " + policy.why();
  }
}
