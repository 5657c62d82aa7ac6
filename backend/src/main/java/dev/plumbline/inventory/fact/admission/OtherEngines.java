package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Policies of Kubewarden, and those that only judge who built an image. */
final class OtherEngines {

  private static final String KUBEWARDEN = "policies.kubewarden.io";
  private static final Kind EVERYWHERE = new Kind(KUBEWARDEN, "ClusterAdmissionPolicy");
  private static final Kind NAMESPACED = new Kind(KUBEWARDEN, "AdmissionPolicy");
  private static final Kind IMAGES = new Kind("policy.sigstore.dev", "ClusterImagePolicy");
  static final List<Kind> KINDS = List.of(EVERYWHERE, NAMESPACED, IMAGES);

  private OtherEngines() {}

  static List<Policy> policies(Snapshot snapshot) {
    Stream<Policy> kubewarden =
        Stream.of(EVERYWHERE, NAMESPACED)
            .flatMap(kind -> snapshot.all(kind).stream())
            .map(OtherEngines::kubewarden);
    Stream<Policy> sigstore = snapshot.all(IMAGES).stream().map(OtherEngines::sigstore);
    Stream<Policy> verifiers = Webhooks.VERIFIERS.stream().map(OtherEngines::verifier);
    return Stream.of(kubewarden, sigstore, verifiers).flatMap(all -> all).toList();
  }

  private static Policy kubewarden(KubeObject policy) {
    Map<String, Object> spec = Documents.map(policy.document(), "spec");
    String namespace = policy.key().namespace();
    return new Policy(
        "Kubewarden",
        policy.key().kind().name() + " " + policy.key().name(),
        !Documents.text(spec, "mode").equals("monitor"),
        Judgement.everywhere(
            Tried.surely(Controls.ofLibrary(module(Documents.text(spec, "module"))))),
        "",
        namespace.isEmpty() ? Scope.selected(spec) : Scope.of(namespace));
  }

  /** {@code pod-privileged} of {@code registry://ghcr.io/kubewarden/policies/pod-privileged:v1}. */
  private static String module(String url) {
    String name = url.substring(url.lastIndexOf('/') + 1);
    int end = name.indexOf(':');
    return end < 0 ? name : name.substring(0, end);
  }

  private static Policy sigstore(KubeObject policy) {
    Map<String, Object> spec = Documents.map(policy.document(), "spec");
    boolean attested =
        Documents.maps(spec, "authorities").stream()
            .anyMatch(authority -> !Documents.maps(authority, "attestations").isEmpty());
    return new Policy(
        "Sigstore policy-controller",
        "ClusterImagePolicy " + policy.key().name(),
        !Documents.text(spec, "mode").equals("warn"),
        Judgement.everywhere(
            Tried.surely(
                attested
                    ? List.of(Controls.SIGNATURES, Controls.ATTESTATIONS)
                    : List.of(Controls.SIGNATURES))),
        "",
        Scope.EVERYWHERE);
  }

  /** Its rules are not read: that it is asked is all there is to see. */
  private static Policy verifier(String engine) {
    return new Policy(
        engine,
        engine,
        true,
        Judgement.everywhere(Tried.surely(List.of(Controls.SIGNATURES))),
        "",
        Scope.EVERYWHERE);
  }
}
