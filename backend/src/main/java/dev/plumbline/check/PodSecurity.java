package dev.plumbline.check;

import dev.plumbline.inventory.ServerVersion;
import java.util.List;
import java.util.Map;

/** Judges one pod by the Pod Security Standards. */
public interface PodSecurity {

  /**
   * What the pod violates, ordered by control; what cannot be judged counts as violated.
   *
   * @param pod a whole Pod, or a pod template: {@code metadata} and {@code spec}
   * @param version whose edition of the standards to use; the latest when unknown
   */
  List<Violation> violations(Map<String, Object> pod, Level level, ServerVersion version);

  /** A level of the standards; each includes the one before. */
  enum Level {
    PRIVILEGED,
    BASELINE,
    RESTRICTED
  }

  /**
   * @param control as the standard's own implementation names it, such as {@code hostPorts}
   */
  record Violation(String control, String message) {}
}
