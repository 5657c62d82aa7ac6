package dev.plumbline.cluster.kubeconfig;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a kubeconfig. */
public sealed interface Acceptance {

  /**
   * It can be used.
   *
   * @param cluster the cluster's name in the kubeconfig, a proposal for ours
   * @param subject whom the credential speaks for, empty when it does not tell
   * @param expiresAt when the credential ends, where it tells
   */
  record Accepted(
      Access access, String context, String cluster, String subject, Optional<Instant> expiresAt)
      implements Acceptance {}

  /**
   * It holds several contexts, and one must be chosen.
   *
   * @param current the kubeconfig's own choice, empty when it has none
   */
  record ContextNeeded(List<String> contexts, String current) implements Acceptance {

    public ContextNeeded {
      contexts = List.copyOf(contexts);
    }
  }

  /** It cannot be used, for one reason or more. */
  record Refused(List<Refusal> refusals) implements Acceptance {

    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
