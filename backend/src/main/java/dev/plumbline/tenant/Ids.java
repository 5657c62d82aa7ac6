package dev.plumbline.tenant;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), ordered by time. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    return at(Clock.systemUTC().millis());
  }

  static UUID at(long millis) {
    long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
