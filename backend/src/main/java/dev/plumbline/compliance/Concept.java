package dev.plumbline.compliance;

import dev.plumbline.check.Severity;
import java.util.List;

/**
 * The idea of one check, whether the check is built or not.
 *
 * @param id the check's id, or one of its aliases
 * @param nodeItems the benchmarks' items whose node-side results answer it, such as {@code
 *     cis-1.12/4.1.5}; empty where none does
 * @param managedOnly exists only where a provider runs the control plane
 */
public record Concept(
    String id,
    String title,
    String objective,
    Severity severity,
    String family,
    Sight seenBy,
    List<String> nodeItems,
    boolean managedOnly) {

  public Concept {
    nodeItems = List.copyOf(nodeItems);
  }

  /** What stands in a control that no concept holds. */
  static Concept of(Control control) {
    return new Concept(
        control.benchmark().getFirst(),
        control.topic(),
        "",
        Severity.LOW,
        "node",
        Sight.NODE,
        control.benchmark(),
        false);
  }

  /** The same where other items answer, and only a node does. */
  Concept on(List<String> items) {
    return new Concept(id, title, objective, severity, family, Sight.NODE, items, managedOnly);
  }

  /** Positive knowledge that such a cluster cannot have it or hides it. */
  boolean hiddenOn(Hosting hosting) {
    return switch (hosting) {
      case MANAGED -> seenBy == Sight.CONTROL_PLANE_FLAGS || onControlPlaneNode();
      case SELF_MANAGED -> managedOnly;
      case UNDETECTED -> false;
    };
  }

  private boolean onControlPlaneNode() {
    return seenBy == Sight.NODE && family.equals("control-plane");
  }
}
