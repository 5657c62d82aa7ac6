package dev.plumbline.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unit of judgement: a topmost controller, or a bare pod.
 *
 * @param place its number among the workloads of its snapshot, from 0
 * @param key of the topmost {@code controller: true} owner, followed by reference even where that
 *     object was not read
 * @param object the controller or bare pod itself, empty when it was not read
 * @param groups its pods, grouped by equal redacted spec; its template alone when it has no pod;
 *     empty when neither was read
 * @param broken why the chain of owners could not be followed, naming the unread kind; empty when
 *     it could
 */
public record Workload(
    int place, ObjectKey key, Optional<KubeObject> object, List<PodGroup> groups, String broken) {

  public Workload {
    groups = List.copyOf(groups);
  }

  /**
   * Pods of one workload that are alike. What many facts ask of all pods is read from the spec
   * once, as coming back to documents of a large cluster costs more than keeping it.
   *
   * @param metadata labels and annotations of one of them, or of the template
   * @param spec the pod spec as it runs, or the template's
   * @param pods names of the pods; empty when this is the template
   * @param template the controller's own pod spec, to tell what was injected; empty when the
   *     controller was not read or is the pod itself
   * @param labels those of the metadata
   * @param account {@code serviceAccountName} of the spec, empty when it has none
   * @param hostNetwork whether the pods use their node's network
   * @param containers all of the spec, list after list
   */
  public record PodGroup(
      Map<String, Object> metadata,
      Map<String, Object> spec,
      List<String> pods,
      Optional<Map<String, Object>> template,
      Map<String, Object> labels,
      String account,
      boolean hostNetwork,
      List<Container> containers) {

    public PodGroup {
      pods = List.copyOf(pods);
      containers = List.copyOf(containers);
    }

    /** Reads the spec. */
    public PodGroup(
        Map<String, Object> metadata,
        Map<String, Object> spec,
        List<String> pods,
        Optional<Map<String, Object>> template) {
      this(
          metadata,
          spec,
          pods,
          template,
          Documents.map(metadata, "labels"),
          Documents.text(spec, "serviceAccountName"),
          Documents.flag(spec, "hostNetwork"),
          Container.all(spec));
    }
  }

  /**
   * A container of a pod.
   *
   * @param name empty when it has none, as are {@code image} and {@code ports}
   */
  public record Container(
      Role role,
      Map<String, Object> document,
      String name,
      String image,
      List<Map<String, Object>> ports) {

    /** Why a pod has a container, in the order of their lists. */
    public enum Role {
      INIT("initContainers"),
      MAIN("containers"),
      EPHEMERAL("ephemeralContainers");

      private final String list;

      Role(String list) {
        this.list = list;
      }

      /** The field of the pod spec. */
      public String list() {
        return list;
      }
    }

    private static final List<Role> ROLES = List.of(Role.values());

    private static List<Container> all(Map<String, Object> spec) {
      var all = new ArrayList<Container>();
      for (Role role : ROLES) {
        for (Map<String, Object> document : Documents.maps(spec, role.list)) {
          all.add(of(role, document));
        }
      }
      return all;
    }

    private static Container of(Role role, Map<String, Object> document) {
      return new Container(
          role,
          document,
          Documents.text(document, "name"),
          Documents.text(document, "image"),
          Documents.maps(document, "ports"));
    }
  }
}
