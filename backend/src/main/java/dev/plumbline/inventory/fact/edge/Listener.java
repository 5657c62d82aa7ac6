package dev.plumbline.inventory.fact.edge;

import java.util.List;

/**
 * One door of a gateway.
 *
 * @param name as the gateway names it; its port where it has none
 * @param hosts host names it answers to; empty or {@code *} for all
 * @param transport what protects the traffic from the caller to the gateway
 * @param serves whether some route answers there; else every call ends with an error
 */
public record Listener(
    String name, long port, List<String> hosts, Transport transport, boolean serves) {

  public Listener {
    hosts = List.copyOf(hosts);
  }

  /** What protects traffic at a door. */
  public enum Transport {
    CLEAR("clear text"),
    TLS("TLS"),
    /** The program behind ends it; the gateway sees no content. */
    PASSED("TLS passed through"),
    /** Answers with nothing but the way to TLS. */
    REDIRECT("redirect to TLS"),
    /** Between members of a mesh. */
    MESH("mesh"),
    /** Bytes, of which only both ends know the form. */
    NOT_TOLD("not told");

    private final String words;

    Transport(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
