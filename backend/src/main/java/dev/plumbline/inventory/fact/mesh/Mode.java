package dev.plumbline.inventory.fact.mesh;

/** Whether a port takes mutual TLS; from the strictest to the weakest. */
public enum Mode {
  /** Mutual TLS only: clear text is refused. */
  STRICT,
  /** Mutual TLS or clear text, as the client likes. */
  PERMISSIVE,
  /** Clear text only, as far as the mesh goes. */
  DISABLE;

  static Mode weaker(Mode one, Mode other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
