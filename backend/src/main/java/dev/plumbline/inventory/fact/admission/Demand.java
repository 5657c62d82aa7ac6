package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Trial;
import java.util.List;

/**
 * One thing that a policy demands of a pod: it refuses what does not meet it, whatever else it
 * demands.
 *
 * @param about controls whose fields it reads
 */
record Demand(List<String> about, Test test) {

  /** Tells whether a request meets the demand. */
  interface Test {

    /**
     * Whether the request is let in.
     *
     * @param byController whether a controller makes the pod, not a person
     */
    boolean admits(Trial trial, boolean byController);
  }

  boolean admits(Trial trial, List<Boolean> makers) {
    return makers.stream().anyMatch(byController -> test.admits(trial, byController));
  }
}
