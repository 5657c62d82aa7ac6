package dev.plumbline.inventory.fact.admission.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods that meet every control, as the API server hands them to policies: defaults filled in. */
final class Pods {

  static final String SECURITY = "securityContext";
  static final String PROFILE = "seccompProfile";

  private Pods() {}

  /**
   * Both say the same: one with few words, for the whole pod; one with many, for each container.
   */
  static List<Map<String, Object>> both(String image) {
    return List.of(pod(image, false), pod(image, true));
  }

  private static Map<String, Object> pod(String image, boolean wordy) {
    var spec = new LinkedHashMap<String, Object>();
    spec.put("containers", list(container("app", image, wordy, wordy)));
    if (wordy) {
      spec.put("initContainers", list(container("init", image, true, false)));
    }
    spec.put("dnsPolicy", "ClusterFirst");
    spec.put("enableServiceLinks", true);
    spec.put("preemptionPolicy", "PreemptLowerPriority");
    spec.put("priority", 0L);
    spec.put("restartPolicy", "Always");
    spec.put("schedulerName", "default-scheduler");
    spec.put(SECURITY, podSecurity(wordy));
    spec.put("serviceAccount", "default");
    spec.put("serviceAccountName", "default");
    spec.put("terminationGracePeriodSeconds", 30L);
    spec.put("volumes", list(map("name", "kube-api-access-probe", "projected", token())));
    Map<String, Object> pod = map("apiVersion", "v1", "kind", "Pod");
    pod.put("metadata", metadata());
    pod.put("spec", spec);
    pod.put("status", map("phase", "Pending", "qosClass", "Burstable"));
    return pod;
  }

  private static Map<String, Object> metadata() {
    return map(
        "name",
        "probe",
        "uid",
        "00000000-0000-4000-8000-000000000000",
        "creationTimestamp",
        "2026-01-01T00:00:00Z",
        "labels",
        map("app", "probe"));
  }

  private static Map<String, Object> token() {
    return map(
        "defaultMode",
        420L,
        "sources",
        list(map("serviceAccountToken", map("expirationSeconds", 3607L, "path", "token"))));
  }

  private static Map<String, Object> podSecurity(boolean wordy) {
    Map<String, Object> security =
        map("runAsNonRoot", true, PROFILE, map("type", "RuntimeDefault"));
    if (wordy) {
      security.put("runAsUser", 10_001L);
      security.put("runAsGroup", 10_001L);
      security.put("fsGroup", 10_001L);
    }
    return security;
  }

  /** A container; one that serves has ports and probes. */
  static Map<String, Object> container(String name, String image, boolean wordy, boolean serves) {
    Map<String, Object> container = map("name", name, "image", image);
    container.put("imagePullPolicy", "IfNotPresent");
    container.put(
        "resources",
        map(
            "limits", map("cpu", "100m", "memory", "64Mi"),
            "requests", map("cpu", "100m", "memory", "64Mi")));
    container.put("terminationMessagePath", "/dev/termination-log");
    container.put("terminationMessagePolicy", "File");
    Map<String, Object> security =
        map("allowPrivilegeEscalation", false, "capabilities", map("drop", list("ALL")));
    container.put(SECURITY, security);
    if (wordy) {
      security.put("privileged", false);
      security.put("procMount", "Default");
      security.put("readOnlyRootFilesystem", true);
      security.put("runAsNonRoot", true);
      security.put("runAsUser", 10_001L);
      security.put(PROFILE, map("type", "RuntimeDefault"));
      security.put("appArmorProfile", map("type", "RuntimeDefault"));
    }
    if (serves) {
      container.put("ports", list(map("containerPort", 8080L, "protocol", "TCP")));
      container.put("livenessProbe", map("httpGet", map("path", "/", "port", 8080L)));
      container.put("readinessProbe", map("httpGet", map("path", "/", "port", 8080L)));
    }
    return container;
  }

  static Map<String, Object> map(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  static List<Object> list(Object... elements) {
    return new ArrayList<>(List.of(elements));
  }

  /** A map within a map, made where it is not. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> in(Map<String, Object> parent, String field) {
    return (Map<String, Object>)
        parent.computeIfAbsent(field, absent -> new LinkedHashMap<String, Object>());
  }

  @SuppressWarnings("unchecked")
  static List<Object> listIn(Map<String, Object> parent, String field) {
    return (List<Object>) parent.computeIfAbsent(field, absent -> new ArrayList<>());
  }
}
