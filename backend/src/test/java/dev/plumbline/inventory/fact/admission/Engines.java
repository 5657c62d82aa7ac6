package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Manifests;
import java.util.Objects;

/** Namespaces, policies and webhooks written as manifests. */
final class Engines {

  private Engines() {}

  /** What holds for the namespace {@code shop}. */
  static NamespaceAdmission shop(String yaml) {
    return Objects.requireNonNull(Admission.of(Manifests.snapshot(yaml)).get("shop"));
  }

  static String namespace(String name, String labels) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: %s, labels: {%s}}
    ---
    """
        .formatted(name, labels);
  }

  static String webhook(String name, String more) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingWebhookConfiguration
    metadata: {name: %s}
    webhooks: [{name: w, clientConfig: {url: "https://x.example"}, rules: [{resources: ["*", "pods/ephemeralcontainers"]}], %s}]
    ---
    """
        .formatted(name, more);
  }

  static String constraint(String kind, String spec) {
    return object("constraints.gatekeeper.sh/v1beta1", kind, "c", spec);
  }

  static String kyverno(String name, String spec) {
    return object("kyverno.io/v1", "ClusterPolicy", name, spec);
  }

  static String object(String version, String kind, String name, String spec) {
    return """
    apiVersion: %s
    kind: %s
    metadata: {name: %s}
    spec: {%s}
    ---
    """
        .formatted(version, kind, name, spec);
  }

  /** The rules of a policy that demands one thing of pods. */
  static String ruled(String validate) {
    return "rules: [{name: r, match: {any: [{resources: {kinds: [Pod]}}]}, validate:"
        + " {failureAction: Enforce, "
        + validate
        + "}}]";
  }
}
