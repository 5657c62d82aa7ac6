package dev.plumbline.inventory.fact.reference;

import dev.plumbline.inventory.fact.Answer;
import java.util.Optional;

/**
 * What the fact adds to an autoscaler.
 *
 * @param target what it scales, where that is a Deployment or a StatefulSet
 */
public record ScalerFields(Optional<Target> target) {

  /** A controller in the namespace of the autoscaler. */
  public record Target(String kind, String name, Answer<Boolean> exists) {}
}
