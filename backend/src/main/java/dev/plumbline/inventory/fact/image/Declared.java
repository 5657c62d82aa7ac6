package dev.plumbline.inventory.fact.image;

import java.util.regex.Pattern;

/**
 * What the text of an image alone tells.
 *
 * @param floating whether its tag is none, {@code latest} or another moving word
 * @param base what it is built upon, as far as the name tells
 * @param doubt why pulls from its registry are not protected
 */
record Declared(
    Reference reference, boolean floating, String base, Image.Access access, String doubt) {

  private static final Pattern MOVING =
      Pattern.compile(
          "latest|stable|current|main|master|trunk|edge|nightly|dev|develop|lts|.*-latest");

  static Declared of(String image) {
    var reference = Reference.of(image);
    return new Declared(
        reference,
        reference.digest().isEmpty() && MOVING.matcher(reference.tag()).matches(),
        Base.of(reference),
        Registry.access(reference.registry()),
        Registry.doubt(reference.registry()));
  }

  boolean mutable() {
    return reference.digest().isEmpty();
  }

  /** The pull policy where none is written. */
  String pullPolicy() {
    return mutable() && reference.tag().equals("latest") ? "Always" : "IfNotPresent";
  }
}
