package dev.plumbline.inventory.fact.reference;

import dev.plumbline.inventory.fact.Answer;
import java.util.List;

/**
 * What the fact adds to an Ingress.
 *
 * @param backends the Services that its rules lead to, in order
 */
public record IngressFields(List<Backend> backends) {

  /** A Service by its name in the namespace of the Ingress. */
  public record Backend(String service, Answer<Boolean> exists) {}
}
