package dev.plumbline.compliance;

import dev.plumbline.check.Severity;

/**
 * The idea of one check, whether the check is built or not.
 *
 * @param id the check's id, or one of its aliases
 * @param nodeItem number of the node-side result that answers it, {@code managed} for the files of
 *     nodes that a provider runs; empty where none does
 * @param managedOnly exists only where a provider runs the control plane
 */
public record Concept(
    String id,
    String title,
    String objective,
    Severity severity,
    String family,
    Sight seenBy,
    String nodeItem,
    boolean managedOnly) {

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
