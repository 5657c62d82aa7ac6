package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a policy is asked about: pods, or what makes pods. */
enum Form {
  POD("", "Pod", "pods"),
  DEPLOYMENT("apps", "Deployment", "deployments");

  /** Fields that a pod gets when it is made, not its template. */
  private static final Set<String> OF_PODS =
      Set.of(
          "serviceAccount",
          "serviceAccountName",
          "priority",
          "preemptionPolicy",
          "enableServiceLinks");

  private final String group;
  private final String kind;
  private final String resource;

  Form(String group, String kind, String resource) {
    this.group = group;
    this.kind = kind;
    this.resource = resource;
  }

  String group() {
    return group;
  }

  String resource() {
    return resource;
  }

  String kindName() {
    return kind;
  }

  Map<String, Object> kind() {
    return Map.of("group", group, "version", "v1", "kind", kind);
  }

  Map<String, Object> resources() {
    return Map.of("group", group, "version", "v1", "resource", resource);
  }

  /** Which pods only a policy of this form sees, in words; empty for all. */
  String only() {
    return this == POD ? "" : "pods that Deployments make";
  }

  /** The object that a request for such a pod is about. */
  Map<String, Object> of(Map<String, Object> pod) {
    if (this == POD) {
      return pod;
    }
    Map<String, Object> metadata = Documents.map(pod, "metadata");
    Map<String, Object> labels = Documents.map(metadata, "labels");
    Map<String, Object> spec = new LinkedHashMap<>(Documents.map(pod, "spec"));
    spec.keySet().removeAll(OF_PODS);
    return Map.of(
        "apiVersion",
        "apps/v1",
        "kind",
        kind,
        "metadata",
        metadata,
        "spec",
        Map.of(
            "replicas",
            1L,
            "selector",
            Map.of("matchLabels", labels),
            "strategy",
            Map.of("type", "RollingUpdate"),
            "template",
            Map.of("metadata", Map.of("labels", labels), "spec", spec)),
        "status",
        Map.of());
  }
}
