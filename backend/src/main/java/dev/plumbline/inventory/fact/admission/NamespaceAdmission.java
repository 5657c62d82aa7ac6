package dev.plumbline.inventory.fact.admission;

import java.util.List;

/**
 * What judges the pods of a namespace before they are admitted.
 *
 * @param podSecurity levels of Pod Security admission
 * @param policies every policy in force, Pod Security's level among them
 * @param stops what some of them surely refuse; the words of {@link InForce#stops}
 * @param maybe what some of them may refuse: the words of {@link InForce#about} of those that deny,
 *     without {@code stops}
 */
public record NamespaceAdmission(
    PodSecurityLevels podSecurity, List<InForce> policies, List<String> stops, List<String> maybe) {

  public NamespaceAdmission {
    policies = List.copyOf(policies);
    stops = List.copyOf(stops);
    maybe = List.copyOf(maybe);
  }
}
