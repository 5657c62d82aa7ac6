package dev.plumbline.inventory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

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
    var spec = new TreeMap<>(Documents.map(pod.document(), "spec"));
    spec.keySet().removeAll(PLACE);
    String name = pod.key().name();
    replaceEach(spec, "volumes", volume -> volume(volume, name));
    for (String field : CONTAINERS) {
      replaceEach(spec, field, PodSpecs::container);
    }
    replace(spec, "affinity", PodSpecs::affinity);
    return spec;
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
    var copy = new TreeMap<>(container);
    replaceEach(copy, "volumeMounts", PodSpecs::named);
    return copy;
  }

  private static Map<String, Object> volume(Map<String, Object> volume, String pod) {
    Map<String, Object> copy = named(volume);
    replace(copy, "persistentVolumeClaim", claim -> claim(claim, pod));
    return copy;
  }

  private static Map<String, Object> named(Map<String, Object> volumeOrMount) {
    var copy = new TreeMap<>(volumeOrMount);
    if (TOKEN_VOLUME.matcher(Documents.text(copy, "name")).matches()) {
      copy.put("name", "kube-api-access");
    }
    return copy;
  }

  /** A StatefulSet's claims end with the pod's name. */
  private static Map<String, Object> claim(Map<String, Object> claim, String pod) {
    var copy = new TreeMap<>(claim);
    String name = Documents.text(copy, "claimName");
    if (name.endsWith("-" + pod)) {
      copy.put("claimName", name.substring(0, name.length() - pod.length() - 1));
    }
    return copy;
  }

  /** A DaemonSet's pods are tied to their node by a term over {@code metadata.name}. */
  private static Map<String, Object> affinity(Map<String, Object> affinity) {
    var copy = new TreeMap<>(affinity);
    replace(copy, "nodeAffinity", PodSpecs::nodeAffinity);
    return copy;
  }

  private static Map<String, Object> nodeAffinity(Map<String, Object> nodes) {
    var copy = new TreeMap<>(nodes);
    replace(copy, NODE_RULE, rule -> withoutOwnNode(new TreeMap<>(rule)));
    return copy;
  }

  private static Map<String, Object> withoutOwnNode(Map<String, Object> rule) {
    replaceEach(
        rule,
        "nodeSelectorTerms",
        term -> {
          var copy = new TreeMap<>(term);
          copy.remove("matchFields");
          return copy;
        });
    return rule;
  }

  private static void replace(
      Map<String, Object> map, String field, UnaryOperator<Map<String, Object>> change) {
    if (map.get(field) instanceof Map<?, ?>) {
      map.put(field, change.apply(Documents.map(map, field)));
    }
  }

  private static void replaceEach(
      Map<String, Object> map, String field, UnaryOperator<Map<String, Object>> change) {
    if (map.get(field) instanceof List<?>) {
      map.put(field, Documents.maps(map, field).stream().map(change).toList());
    }
  }
}
