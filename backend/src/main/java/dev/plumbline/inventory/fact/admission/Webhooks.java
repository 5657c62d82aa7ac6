package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Selectors;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Registered webhooks by the engine that answers them. */
final class Webhooks {

  private static final String GROUP = "admissionregistration.k8s.io";
  static final List<Kind> KINDS =
      List.of(
          new Kind(GROUP, "ValidatingWebhookConfiguration"),
          new Kind(GROUP, "MutatingWebhookConfiguration"));

  /** Engines that only judge who built an image, by parts of their webhooks' names. */
  private static final Map<String, Pattern> ENGINES =
      Map.of(
          "Kyverno", Pattern.compile("(?i)kyverno"),
          "Gatekeeper", Pattern.compile("(?i)gatekeeper"),
          "Kubewarden", Pattern.compile("(?i)kubewarden"),
          "Sigstore policy-controller", Pattern.compile("(?i)policy\\.sigstore\\.dev|cosigned"),
          "Connaisseur", Pattern.compile("(?i)connaisseur"),
          "Ratify", Pattern.compile("(?i)ratify"),
          "Portieris", Pattern.compile("(?i)portieris"),
          "Binary Authorization", Pattern.compile("(?i)kritis|binary-?authorization|imageverif"));

  private static final Set<String> LATER =
      Set.of("pods/ephemeralcontainers", "pods/*", "*/ephemeralcontainers", "*/*");

  static final List<String> VERIFIERS =
      List.of("Connaisseur", "Ratify", "Portieris", "Binary Authorization");

  private record Hook(
      String engine,
      boolean pods,
      boolean later,
      boolean failsOpen,
      Map<String, Object> selector) {}

  private final List<Hook> hooks;

  Webhooks(Snapshot snapshot) {
    this.hooks =
        KINDS.stream()
            .flatMap(kind -> snapshot.all(kind).stream())
            .flatMap(Webhooks::hooks)
            .toList();
  }

  private static Stream<Hook> hooks(KubeObject configuration) {
    return Documents.maps(configuration.document(), "webhooks").stream()
        .flatMap(webhook ->
            engine(configuration, webhook).map(engine -> hook(engine, webhook)).stream());
  }

  private static Optional<String> engine(KubeObject configuration, Map<String, Object> webhook) {
    Map<String, Object> service = Documents.map(Documents.map(webhook, "clientConfig"), "service");
    String names =
        String.join(
            " ",
            configuration.key().name(),
            Documents.text(webhook, "name"),
            Documents.text(service, "namespace"),
            Documents.text(service, "name"));
    return ENGINES.entrySet().stream()
        .filter(engine -> engine.getValue().matcher(names).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Hook hook(String engine, Map<String, Object> webhook) {
    List<String> resources =
        Documents.maps(webhook, "rules").stream()
            .flatMap(rule -> Documents.texts(rule, "resources").stream())
            .toList();
    boolean pods =
        resources.stream()
            .anyMatch(resource -> resource.startsWith("pods") || resource.startsWith("*"));
    return new Hook(
        engine,
        pods,
        resources.stream().anyMatch(LATER::contains),
        Documents.text(webhook, "failurePolicy").equals("Ignore"),
        Documents.map(webhook, "namespaceSelector"));
  }

  /** Engines that are asked about anything at all. */
  List<String> engines() {
    return hooks.stream().map(Hook::engine).distinct().sorted().toList();
  }

  /** Whether an engine is asked about containers that are added to running pods. */
  boolean judgesLater(String engine) {
    return hooks.stream().anyMatch(hook -> hook.engine().equals(engine) && hook.later());
  }

  /**
   * Whether an engine is asked about the pods of a namespace.
   *
   * @return empty when not, else whether pods pass while it does not answer
   */
  Optional<Boolean> failsOpen(String engine, Map<String, Object> labels) {
    List<Hook> asked =
        hooks.stream()
            .filter(hook -> hook.engine().equals(engine) && hook.pods())
            .filter(hook -> Selectors.matches(hook.selector(), labels))
            .toList();
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(asked.stream().allMatch(Hook::failsOpen));
  }
}
