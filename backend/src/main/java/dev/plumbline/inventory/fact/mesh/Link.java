package dev.plumbline.inventory.fact.mesh;

/**
 * How traffic from one workload to another travels.
 *
 * @param why for people
 */
public record Link(Security security, String why) {

  /** What protects it, as far as the mesh tells. */
  public enum Security {
    /** Encrypted by the mesh, both ends known to each other. */
    MUTUAL_TLS,
    /** The client starts TLS of the application's own. */
    OWN_TLS,
    /** Nothing that the mesh knows of; the application may still encrypt. */
    CLEAR_TEXT,
    /** The server takes mutual TLS only and the client has none to offer. */
    REFUSED
  }
}
