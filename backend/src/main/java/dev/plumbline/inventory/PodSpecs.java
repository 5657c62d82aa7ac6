package dev.plumbline.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pod specs without what differs from pod to pod by the cluster's own doing. */
final class PodSpecs {

  private static final Set<String> PLACE =
      Set.of("nodeName", "hostname", "subdomain", "schedulingGates");
  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");
  private static final Pattern TOKEN_VOLUME = Pattern.compile("kube-api-access-[a-z0-9]{5}");
  private static final String NODE_RULE = "requiredDuringSchedulingIgnoredDuringExecution";

  private PodSpecs() {}

  /** The spec of a running pod as any other pod of its kind would have it. */
  static Map<String, Object> shared(KubeObject pod) {
    var spec = new Edit(Documents.map(pod.document(), "spec"));
    PLACE.forEach(spec::remove);
    String name = pod.key().name();
    spec.each("volumes", volume -> volume(volume, name));
    CONTAINERS.forEach(field -> spec.each(field, PodSpecs::container));
    spec.one("affinity", PodSpecs::affinity);
    return spec.result();
  }

  /** The pod spec inside a controller, with the metadata beside it; empty when it has none. */
  static Optional<Map<String, Object>> template(KubeObject controller) {
    Map<String, Object> spec = Documents.map(controller.document(), "spec");
    Map<String, Object> job = Documents.map(Documents.map(spec, "jobTemplate"), "spec");
    Map<String, Object> template = Documents.map(job.isEmpty() ? spec : job, "template");
    return Documents.map(template, "spec").containsKey("containers")
        ? Optional.of(template)
        : Optional.empty();
  }

  private static Map<String, Object> container(Map<String, Object> container) {
    return new Edit(container).each("volumeMounts", PodSpecs::named).result();
  }

  private static Map<String, Object> volume(Map<String, Object> volume, String pod) {
    return new Edit(named(volume))
        .one("persistentVolumeClaim", claim -> claim(claim, pod))
        .result();
  }

  private static Map<String, Object> named(Map<String, Object> volumeOrMount) {
    return TOKEN_VOLUME.matcher(Documents.text(volumeOrMount, "name")).matches()
        ? new Edit(volumeOrMount).put("name", "kube-api-access").result()
        : volumeOrMount;
  }

  /** A StatefulSet's claims end with the pod's name. */
  private static Map<String, Object> claim(Map<String, Object> claim, String pod) {
    String name = Documents.text(claim, "claimName");
    return name.endsWith("-" + pod)
        ? new Edit(claim)
            .put("claimName", name.substring(0, name.length() - pod.length() - 1))
            .result()
        : claim;
  }

  /** A DaemonSet's pods are tied to their node by a term over {@code metadata.name}. */
  private static Map<String, Object> affinity(Map<String, Object> affinity) {
    return new Edit(affinity).one("nodeAffinity", PodSpecs::nodeAffinity).result();
  }

  private static Map<String, Object> nodeAffinity(Map<String, Object> nodes) {
    return new Edit(nodes).one(NODE_RULE, PodSpecs::withoutOwnNode).result();
  }

  private static Map<String, Object> withoutOwnNode(Map<String, Object> rule) {
    return new Edit(rule)
        .each("nodeSelectorTerms", term -> new Edit(term).remove("matchFields").result())
        .result();
  }

  /** A document to change in places: what stays the same is not copied. */
  private static final class Edit {

    private final Map<String, Object> original;
    private @Nullable Map<String, Object> copy;

    Edit(Map<String, Object> original) {
      this.original = original;
    }

    Map<String, Object> result() {
      return copy == null ? original : copy;
    }

    Edit put(String field, Object value) {
      copied().put(field, value);
      return this;
    }

    Edit remove(String field) {
      if (result().containsKey(field)) {
        copied().remove(field);
      }
      return this;
    }

    Edit one(String field, UnaryOperator<Map<String, Object>> change) {
      if (result().get(field) instanceof Map<?, ?>) {
        Map<String, Object> before = Documents.map(result(), field);
        Map<String, Object> after = change.apply(before);
        return after == before ? this : put(field, after);
      }
      return this;
    }

    /** Changes the maps of a list; what else is in it is left out. */
    Edit each(String field, UnaryOperator<Map<String, Object>> change) {
      if (result().get(field) instanceof List<?> before) {
        List<Map<String, Object>> after =
            Documents.maps(result(), field).stream().map(change).toList();
        return same(before, after) ? this : put(field, after);
      }
      return this;
    }

    private static boolean same(List<?> before, List<?> after) {
      for (int i = 0; i < after.size(); i++) {
        if (after.get(i) != before.get(i)) {
          return false;
        }
      }
      return before.size() == after.size();
    }

    private Map<String, Object> copied() {
      Map<String, Object> own = copy;
      if (own == null) {
        own = new LinkedHashMap<>(original);
        copy = own;
      }
      return own;
    }
  }
}
