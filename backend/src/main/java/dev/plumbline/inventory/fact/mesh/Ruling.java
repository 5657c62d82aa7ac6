package dev.plumbline.inventory.fact.mesh;

/**
 * A mode and what set it.
 *
 * @param by for people, such as {@code PeerAuthentication shop/default}
 */
record Ruling(Mode mode, String by) {

  /**
   * Ambient mode always encrypts between its members, so that switching off only lets others in.
   */
  Ruling inAmbient() {
    return mode == Mode.DISABLE ? new Ruling(Mode.PERMISSIVE, by) : this;
  }
}
