package dev.plumbline.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of judgement: a topmost controller, or a bare pod.
 *
 * @param key of the topmost {@code controller: true} owner, followed by reference even where that
 *     object was not read
 * @param object the controller or bare pod itself, empty when it was not read
 * @param groups its pods, grouped by equal redacted spec; its template alone when it has no pod;
 *     empty when neither was read
 * @param broken why the chain of owners could not be followed, naming the unread kind; empty when
 *     it could
 */
public record Workload(
    ObjectKey key, Optional<KubeObject> object, List<PodGroup> groups, String broken) {

  public Workload {
    groups = List.copyOf(groups);
  }

  /**
   * Pods of one workload that are alike.
   *
   * @param metadata labels and annotations of one of them, or of the template
   * @param spec the pod spec as it runs, or the template's
   * @param pods names of the pods; empty when this is the template
   * @param template the controller's own pod spec, to tell what was injected; empty when the
   *     controller was not read or is the pod itself
   */
  public record PodGroup(
      Map<String, Object> metadata,
      Map<String, Object> spec,
      List<String> pods,
      Optional<Map<String, Object>> template) {

    public PodGroup {
      pods = List.copyOf(pods);
    }
  }
}
