package dev.plumbline.inventory.fact.mesh;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Workload.PodGroup;
import java.util.Map;
import java.util.Optional;

/** Labels and annotations that ask for a mesh's proxy, by the rules of its webhook. */
final class Asks {

  private static final String INJECT = "sidecar.istio.io/inject";
  private static final String REVISION = "istio.io/rev";
  private static final String MODE = "istio.io/dataplane-mode";
  private static final String LINKERD = "linkerd.io/inject";

  private Asks() {}

  /** Labels and annotations of a namespace, empty where it was not read. */
  record Namespace(Map<String, Object> labels, Map<String, Object> annotations) {

    static Namespace of(Optional<KubeObject> namespace) {
      return new Namespace(
          namespace.map(KubeObject::labels).orElse(Map.of()),
          namespace.map(KubeObject::annotations).orElse(Map.of()));
    }

    /** What asks for all pods of the namespace, for people; empty when nothing does. */
    String ask() {
      if (!sidecar().isEmpty()) {
        return sidecar();
      }
      if (Documents.text(labels, MODE).equals("ambient")) {
        return "the namespace has " + MODE + "=ambient";
      }
      String linkerd = Documents.text(annotations, LINKERD);
      return linkerdInjects(linkerd) ? "the namespace has " + LINKERD + "=" + linkerd : "";
    }

    /** What asks for Istio's sidecar in all pods. */
    String sidecar() {
      if (Documents.text(labels, "istio-injection").equals("enabled")) {
        return "the namespace has istio-injection=enabled";
      }
      return labels.containsKey(REVISION) && !labels.containsKey("istio-injection")
          ? "the namespace has " + REVISION + "=" + Documents.text(labels, REVISION)
          : "";
    }
  }

  /** What asks for a sidecar, for people; empty when nothing does. */
  static String of(PodGroup group, Namespace namespace) {
    String istio = istio(group, namespace);
    return istio.isEmpty() ? linkerd(group, namespace) : istio;
  }

  static Proxy proxy(String ask) {
    return ask.contains("linkerd") ? Proxy.LINKERD : Proxy.ISTIO_SIDECAR;
  }

  private static String istio(PodGroup group, Namespace namespace) {
    Map<String, Object> labels = group.labels();
    String own = own(group, labels);
    boolean never = group.hostNetwork() || own.equals("false");
    if (never || !namespace.sidecar().isEmpty()) {
      return never ? "" : namespace.sidecar();
    }
    if (namespace.labels().containsKey("istio-injection")) {
      return "";
    }
    if (labels.containsKey(REVISION)) {
      return "its pods have " + REVISION + "=" + Documents.text(labels, REVISION);
    }
    return Documents.text(labels, INJECT).equals("true") ? "its pods have " + INJECT + "=true" : "";
  }

  /** The label comes before the annotation that it replaces. */
  private static String own(PodGroup group, Map<String, Object> labels) {
    return labels.containsKey(INJECT)
        ? Documents.text(labels, INJECT)
        : Documents.text(Documents.map(group.metadata(), "annotations"), INJECT);
  }

  private static String linkerd(PodGroup group, Namespace namespace) {
    String own = Documents.text(Documents.map(group.metadata(), "annotations"), LINKERD);
    String above = Documents.text(namespace.annotations(), LINKERD);
    if (group.hostNetwork() || own.equals("disabled")) {
      return "";
    }
    if (linkerdInjects(own)) {
      return "its pods have " + LINKERD + "=" + own;
    }
    return linkerdInjects(above) ? "the namespace has " + LINKERD + "=" + above : "";
  }

  private static boolean linkerdInjects(String value) {
    return value.equals("enabled") || value.equals("ingress");
  }

  /** What takes pods into Istio's ambient mode, for people; empty when nothing does. */
  static String ambient(PodGroup group, Namespace namespace) {
    String redirection =
        Documents.text(
            Documents.map(group.metadata(), "annotations"), "ambient.istio.io/redirection");
    if (!redirection.isEmpty()) {
      return redirection.equals("enabled") ? "its pods are redirected to ztunnel" : "";
    }
    String own = Documents.text(group.labels(), MODE);
    if (!own.isEmpty()) {
      return own.equals("ambient") ? "its pods have " + MODE + "=ambient" : "";
    }
    String above = Documents.text(namespace.labels(), MODE);
    return above.equals("ambient") ? "the namespace has " + MODE + "=ambient" : "";
  }
}
