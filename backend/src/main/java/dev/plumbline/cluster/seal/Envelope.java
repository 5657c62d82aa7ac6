package dev.plumbline.cluster.seal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Seals a credential under a key of its own, and that key under the deployment's: {@code layout(1)
 * | kek id(16) | wrapped key(60) | nonce(12) | ciphertext and tag}.
 */
public final class Envelope {

  private static final byte LAYOUT = 1;
  private static final String WRAP = "wrap";
  private static final String CREDENTIAL = "credential";

  private final Kek kek;

  public Envelope(Kek kek) {
    this.kek = kek;
  }

  /** Seals; the plain bytes stay the caller's, to be wiped. */
  public byte[] seal(byte[] plain, Place place) {
    byte[] id = kek.id();
    byte[] key = Gcm.newKey();
    try {
      byte[] wrapped = kek.wrap(key, place.context(WRAP, LAYOUT, id));
      byte[] sealed = Gcm.seal(key, plain, place.context(CREDENTIAL, LAYOUT, id));
      return ByteBuffer.allocate(1 + id.length + wrapped.length + sealed.length)
          .put(LAYOUT)
          .put(id)
          .put(wrapped)
          .put(sealed)
          .array();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** Opens; the plain bytes are the caller's, to be wiped. */
  public byte[] open(byte[] record, Place place) {
    byte[] id = new byte[Kek.ID_LENGTH];
    byte[] wrapped = new byte[Kek.WRAPPED_LENGTH];
    byte[] sealed = split(record, id, wrapped);
    byte[] key = kek.unwrap(id, wrapped, place.context(WRAP, LAYOUT, id));
    try {
      return Gcm.open(key, sealed, place.context(CREDENTIAL, LAYOUT, id));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] split(byte[] record, byte[] id, byte[] wrapped) {
    try {
      ByteBuffer parts = ByteBuffer.wrap(record);
      if (parts.get() != LAYOUT) {
        throw new Unsealable("A sealed record has a layout that this version does not know.");
      }
      parts.get(id).get(wrapped);
      byte[] sealed = new byte[parts.remaining()];
      parts.get(sealed);
      return sealed;
    } catch (BufferUnderflowException e) {
      throw new Unsealable("A sealed record is cut off.");
    }
  }
}
