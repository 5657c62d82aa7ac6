package dev.plumbline.inventory.fact.reach;

import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * What the fact adds to a namespace.
 *
 * @param open its workloads that accept traffic from anywhere, in order; unknown where that is not
 *     known of one of them
 */
public record NamespaceFields(Answer<List<Open>> open) {

  /** A workload that no policy limits. */
  public record Open(String kind, String name) {}
}
