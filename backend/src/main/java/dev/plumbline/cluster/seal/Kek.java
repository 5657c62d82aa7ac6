package dev.plumbline.cluster.seal;

/** Wraps the keys of credentials; the key that does it never leaves its keeper. */
public interface Kek {

  /** Length of {@link #id()}. */
  int ID_LENGTH = 16;

  /** Length of a wrapped key: nonce, 256 bits, tag. */
  int WRAPPED_LENGTH = 12 + 32 + 16;

  /** Names the key that wraps now. */
  byte[] id();

  byte[] wrap(byte[] key, byte[] context);

  /**
   * Unwraps what the key of that id has wrapped in the same context.
   *
   * @throws Unsealable when there is no such key or anything was altered
   */
  byte[] unwrap(byte[] id, byte[] wrapped, byte[] context);

  /** A key of 256 bits for another purpose, the same as long as the key that wraps now stays. */
  byte[] derive(String purpose);
}
