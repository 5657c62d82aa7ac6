package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.admission.probe.Trial;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the API server tells policies of a trial, before a namespace is named. */
final class Requests {

  private static final Map<String, Object> PERSON =
      Map.of(
          "username", "somebody",
          "uid", "somebody",
          "groups", List.of("somebodies", "system:authenticated"));
  private static final Map<String, Object> CONTROLLER =
      Map.of(
          "username",
          "system:serviceaccount:kube-system:replicaset-controller",
          "uid",
          "controller",
          "groups",
          List.of(
              "system:serviceaccounts",
              "system:serviceaccounts:kube-system",
              "system:authenticated"));

  private Requests() {}

  static Map<String, Object> fields(Trial trial, Form form, boolean byController) {
    boolean later = trial.old().isPresent();
    String subresource = later ? "ephemeralcontainers" : "";
    Map<String, Object> fields = new HashMap<>();
    fields.put("uid", "00000000-0000-4000-8000-000000000001");
    fields.put("kind", form.kind());
    fields.put("resource", form.resources());
    fields.put("subResource", subresource);
    fields.put("requestKind", form.kind());
    fields.put("requestResource", form.resources());
    fields.put("requestSubResource", subresource);
    fields.put("name", "probe");
    fields.put("operation", later ? "UPDATE" : "CREATE");
    fields.put("userInfo", byController ? CONTROLLER : PERSON);
    fields.put("dryRun", false);
    fields.put("options", Map.of());
    return fields;
  }

  /** The object of a request for such a pod. */
  static Map<String, Object> object(Map<String, Object> pod, Form form, SeenNamespace namespace) {
    var placed = new LinkedHashMap<>(form.of(pod));
    placed.put("metadata", namespace.placed(Documents.map(placed, "metadata")));
    return placed;
  }
}
