package dev.plumbline.inventory.fact.admission.probe;

import java.util.List;

/**
 * One way to violate one control.
 *
 * @param control by its name in the Pod Security Standards' fixtures, or of images
 * @param name such as {@code initContainers: ALL added}
 * @param trials a pod of few words and one of many, each with this violation only
 * @param twins the same pods with the container that violates, but without its violation; empty
 *     where the violation is the pod's, or by a container added later
 */
public record Variant(String control, String name, List<Trial> trials, List<Trial> twins) {

  /** The container list that only a later request can fill. */
  public static final String LATER = "ephemeralContainers";

  public Variant {
    trials = List.copyOf(trials);
    twins = List.copyOf(twins);
  }

  /** Whether it is about containers that are added to a running pod. */
  public static boolean later(String name) {
    return name.startsWith(LATER);
  }
}
