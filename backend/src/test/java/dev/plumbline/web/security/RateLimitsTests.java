package dev.plumbline.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final Hands clock = new Hands();
  private final RateLimits limits = new RateLimits(6, clock);

  /** A clock that stands until it is moved. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aQuotaIsCountedDownAndTold() {
    assertThat(limits.take(ONE).standing()).isEqualTo("\"token\";r=5;t=10");
    assertThat(limits.take(ONE).standing()).isEqualTo("\"token\";r=4;t=20");
    assertThat(limits.take(ONE).policy()).isEqualTo("\"token\";q=6;w=60");
  }

  @Test
  void aSpentQuotaTellsHowLongToWaitAndFillsUpAgain() {
    for (int call = 0; call < 6; call++) {
      assertThat(limits.take(ONE).pause()).isZero();
    }
    assertThat(limits.take(ONE).pause()).isEqualTo(10);
    clock.move(Duration.ofSeconds(9));
    assertThat(limits.take(ONE).pause()).isEqualTo(1);
    clock.move(Duration.ofSeconds(1));
    assertThat(limits.take(ONE).pause()).isZero();
    assertThat(limits.take(ONE).pause()).isEqualTo(10);
  }

  @Test
  void eachTokenHasAQuotaOfItsOwn() {
    for (int call = 0; call < 7; call++) {
      limits.take(ONE);
    }
    assertThat(limits.take(OTHER).pause()).isZero();
  }
}
