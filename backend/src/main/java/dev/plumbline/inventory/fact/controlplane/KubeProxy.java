package dev.plumbline.inventory.fact.controlplane;

/**
 * How kube-proxy runs on every node.
 *
 * @param source the ConfigMap or DaemonSet that says so
 * @param metricsBindAddress address and port; what kube-proxy chooses where none is given
 */
public record KubeProxy(String source, String metricsBindAddress) {

  static final String LOOPBACK = "127.0.0.1:10249";

  static KubeProxy of(String source, String metricsBindAddress) {
    return new KubeProxy(source, metricsBindAddress.isEmpty() ? LOOPBACK : metricsBindAddress);
  }
}
