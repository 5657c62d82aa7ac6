package dev.plumbline.inventory.fact.image;

/**
 * What the text of an image alone tells.
 *
 * @param name its registry and repository
 * @param floating whether its tag is none, {@code latest} or another moving word
 * @param base what it is built upon, as far as the name tells
 * @param doubt why pulls from its registry are not protected
 * @param versioned whether a tag or a digest is written
 */
record Declared(
    Reference reference,
    String name,
    boolean floating,
    String base,
    Image.Access access,
    String doubt,
    boolean versioned) {

  boolean mutable() {
    return reference.digest().isEmpty();
  }

  /** The pull policy where none is written. */
  String pullPolicy() {
    return mutable() && reference.tag().equals("latest") ? "Always" : "IfNotPresent";
  }
}
