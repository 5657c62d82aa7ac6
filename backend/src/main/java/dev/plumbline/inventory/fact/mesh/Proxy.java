package dev.plumbline.inventory.fact.mesh;

/** What takes a pod's traffic into a mesh. */
public enum Proxy {
  /** Nothing: the pod is outside any mesh. */
  NONE("none", ""),
  /** Istio's proxy in the pod. */
  ISTIO_SIDECAR("istio-sidecar", "istio"),
  /** Istio's proxy on the node. */
  ISTIO_AMBIENT("istio-ambient", "istio"),
  /** Linkerd's proxy in the pod. */
  LINKERD("linkerd", "linkerd");

  private final String word;
  private final String mesh;

  Proxy(String word, String mesh) {
    this.word = word;
    this.mesh = mesh;
  }

  /** {@code istio}, {@code linkerd}, or empty. */
  public String mesh() {
    return mesh;
  }

  @Override
  public String toString() {
    return word;
  }
}
