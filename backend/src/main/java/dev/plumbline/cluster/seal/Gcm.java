package dev.plumbline.cluster.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a random nonce in front of the ciphertext. */
final class Gcm {

  static final int KEY_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Gcm() {}

  static byte[] newKey() {
    return random(KEY_LENGTH);
  }

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static byte[] seal(byte[] key, byte[] plain, byte[] context) {
    byte[] nonce = random(NONCE_LENGTH);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
      return ByteBuffer.allocate(NONCE_LENGTH + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no AES-256-GCM", e);
    }
  }

  static byte[] open(byte[] key, byte[] sealed, byte[] context) {
    if (sealed.length < NONCE_LENGTH) {
      throw new Unsealable("A sealed record is cut off.");
    }
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
      return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
          .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new Unsealable("A sealed record was altered, or belongs to another row or key.");
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context);
    return cipher;
  }
}
