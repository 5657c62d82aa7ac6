package dev.plumbline.inventory.collect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Texts of a cluster, made storable, and the many equal short ones kept once. */
final class Texts {

  /** The longest name that is taken as it is, as in Kubernetes; an index row must hold two. */
  static final int LONGEST_NAME = 253;

  static final int POOLED_LENGTH = 64;
  private static final int POOL_SIZE = 1 << 15;
  private static final char REPLACEMENT = '\uFFFD';

  private final @Nullable String[] pool = new @Nullable String[POOL_SIZE];

  /** The text without what PostgreSQL refuses in JSON: NUL and halves of surrogate pairs. */
  String storable(String text) {
    String clean = clean(text) ? text : cleaned(text);
    if (clean.length() > POOLED_LENGTH) {
      return clean;
    }
    int slot = (clean.hashCode() * 0x9E3779B9) >>> (32 - 15);
    String pooled = pool[slot];
    if (pooled != null && pooled.equals(clean)) {
      return pooled;
    }
    pool[slot] = clean;
    return clean;
  }

  /** A field's name, which the parser keeps once: what expressions ask for is the same text. */
  static String field(String name) {
    return clean(name) ? name : cleaned(name);
  }

  /** A name that fits an index: a longer one ends with its digest. */
  static String name(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : cleaned(name.substring(0, LONGEST_NAME - 20)) + "..." + digest(name);
  }

  private static boolean clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == 0 || lone(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean lone(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
