package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.fact.admission.probe.Variant;
import java.util.List;

/**
 * A control of which only some violations are refused, by trying them.
 *
 * @param control one of the words of {@link InForce#stops}
 * @param refused the violations refused, such as {@code containers} or {@code hostPID}
 * @param admitted those let in
 * @param where the pods that are asked about at all, such as {@code those its selector selects};
 *     empty for all
 */
public record Partly(String control, List<String> refused, List<String> admitted, String where) {

  public Partly {
    refused = List.copyOf(refused);
    admitted = List.copyOf(admitted);
  }

  /** Whether every new pod that violates a control is refused. */
  boolean newPods(String what) {
    return control.equals(what) && where.isEmpty() && admitted.stream().allMatch(Variant::later);
  }
}
