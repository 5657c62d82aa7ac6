package dev.plumbline.inventory.fact.reach;

/**
 * A way from outside the cluster to a workload.
 *
 * @param via the object that opens it, such as {@code Service web} or {@code Ingress shop/front}
 * @param at host name or address outside, empty where it is not told
 * @param port of the workload, such as {@code TCP 8080}; {@code any port} where it is not told
 * @param internal marked as for the private network only
 * @param transport between the caller and the edge of the cluster
 * @param admits which callers network policies let through to the pods
 */
public record Way(
    Type type,
    String via,
    String at,
    String port,
    boolean internal,
    Transport transport,
    Admits admits) {

  /** What kind of way. */
  public enum Type {
    LOAD_BALANCER("LoadBalancer"),
    NODE_PORT("NodePort"),
    EXTERNAL_IP("External IP"),
    HOST_PORT("Host port"),
    HOST_NETWORK("Host network"),
    INGRESS("Ingress"),
    GATEWAY("Gateway"),
    ISTIO_GATEWAY("Istio gateway");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** What protects the traffic on its way to the cluster. */
  public enum Transport {
    CLEAR("clear text"),
    TLS("TLS"),
    NOT_KNOWN("not known");

    private final String words;

    Transport(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Who gets past the policies. */
  public enum Admits {
    ALL("everyone"),
    SOME("some addresses"),
    NONE("nobody"),
    NOT_KNOWN("not known");

    private final String words;

    Admits(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
