package dev.plumbline.inventory.fact.rbac.path;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** What refuses pods in a made-up cluster: Pod Security, unless it is off, and perhaps Kyverno. */
final class Doorkeepers {

  /** Takes an object of the cluster. */
  interface Objects {
    void add(
        String version, String kind, String namespace, String name, Map<String, Object> document);
  }

  final boolean podSecurity;
  private final boolean kyverno;
  private final Random random;
  private final Objects objects;

  Doorkeepers(Random random, Objects objects) {
    this.random = random;
    this.objects = objects;
    podSecurity = apiServer();
    kyverno = random.nextInt(3) > 0;
    if (kyverno) {
      webhook();
    }
  }

  /** Whether its Pod Security admission is on. */
  private boolean apiServer() {
    boolean off = random.nextInt(6) == 0;
    List<String> command =
        off
            ? List.of("kube-apiserver", "--disable-admission-plugins=PodSecurity")
            : List.of("kube-apiserver");
    objects.add(
        "v1",
        "Pod",
        "kube-system",
        "kube-apiserver-n0",
        Map.of(
            "metadata",
            Map.of(
                "labels", Map.of("component", "kube-apiserver"),
                "annotations", Map.of("kubernetes.io/config.mirror", "x")),
            "spec",
            Map.of("containers", List.of(Map.of("command", command)))));
    return !off;
  }

  private void webhook() {
    objects.add(
        "admissionregistration.k8s.io/v1",
        "ValidatingWebhookConfiguration",
        "",
        "kyverno-resource-validating-webhook-cfg",
        Map.of(
            "webhooks", List.of(Map.of("rules", List.of(Map.of("resources", List.of("pods/*")))))));
  }

  /**
   * Policies for a namespace that together keep pods from the node, or do so but for one, or only
   * look. Returns whether they do.
   */
  boolean refuse(String namespace) {
    List<String> names =
        List.of(
            "disallow-privileged-containers",
            "disallow-capabilities",
            "disallow-host-path",
            "disallow-host-namespaces");
    int without = random.nextInt(8);
    boolean enforced = random.nextInt(4) > 0;
    IntStream.range(0, names.size())
        .filter(i -> i != without)
        .forEach(i -> policy(namespace, names.get(i), enforced ? "Enforce" : "Audit"));
    policy(namespace, "a-rule-of-ones-own", "Enforce");
    return kyverno && without >= names.size() && enforced;
  }

  private void policy(String namespace, String name, String action) {
    objects.add(
        "kyverno.io/v1",
        "Policy",
        namespace,
        name,
        Map.of(
            "spec",
            Map.of(
                "validationFailureAction",
                action,
                "rules",
                List.of(
                    Map.of(
                        "match",
                        Map.of(
                            "any", List.of(Map.of("resources", Map.of("kinds", List.of("Pod"))))),
                        "validate",
                        Map.of("pattern", Map.of("spec", demand(name))))))));
  }

  /** What the policy of a name demands of a pod's spec, as a pattern; nothing of another's. */
  static Map<String, Object> demand(String name) {
    return switch (name) {
      case "disallow-privileged-containers" ->
          everywhere(Map.of("=(securityContext)", Map.of("=(privileged)", false)));
      case "disallow-capabilities" ->
          everywhere(
              Map.of("=(securityContext)", Map.of("=(capabilities)", Map.of("X(add)", "any"))));
      case "disallow-host-path" -> Map.of("=(volumes)", List.of(Map.of("X(hostPath)", "any")));
      case "disallow-host-namespaces" ->
          Map.of("=(hostNetwork)", false, "=(hostPID)", false, "=(hostIPC)", false);
      default -> Map.of();
    };
  }

  private static Map<String, Object> everywhere(Map<String, Object> container) {
    List<Object> each = List.of(container);
    return Map.of("containers", each, "=(initContainers)", each, "=(ephemeralContainers)", each);
  }
}
