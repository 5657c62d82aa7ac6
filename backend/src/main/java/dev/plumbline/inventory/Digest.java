package dev.plumbline.inventory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** SHA-256 of plain data, the same in whatever order its maps are. */
record Digest(byte[] bytes) {

  static Digest of(Object plain) {
    MessageDigest sha = sha256();
    add(sha, plain);
    return new Digest(sha.digest());
  }

  /** A UUID of version 8 (RFC 9562) from the first bytes. */
  UUID uuid() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long high = (buffer.getLong() & ~0xF000L) | 0x8000L;
    long low = (buffer.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static void add(MessageDigest sha, Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        head(sha, 'm', map.size());
        new TreeMap<>(map)
            .forEach((key, inner) -> {
              add(sha, key);
              add(sha, inner);
            });
      }
      case List<?> list -> {
        head(sha, 'l', list.size());
        list.forEach(inner -> add(sha, inner));
      }
      default -> {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        head(sha, value instanceof String ? 's' : 'v', text.length);
        sha.update(text);
      }
    }
  }

  private static void head(MessageDigest sha, char type, int length) {
    sha.update(ByteBuffer.allocate(5).put((byte) type).putInt(length).flip());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
