package dev.plumbline.cluster.seal;

/** A sealed record that cannot be opened: altered, moved to another row, or its key is missing. */
public final class Unsealable extends RuntimeException {

  public Unsealable(String message) {
    super(message);
  }
}
