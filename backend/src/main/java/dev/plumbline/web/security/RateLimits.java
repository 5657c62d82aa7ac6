package dev.plumbline.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many calls each API token may make on this process: {@code
 * plumbline.api.requests-per-minute}, 600 unless set.
 */
@Component
class RateLimits {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long TOKENS = 10_000;

  private final int quota;
  private final LoadingCache<UUID, Bucket> buckets;

  RateLimits(@Value("${plumbline.api.requests-per-minute:600}") int quota, Clock clock) {
    this.quota = quota;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .ticker(() -> nanos(clock))
            .build(token -> bucket(quota, clock));
  }

  private static Bucket bucket(int quota, Clock clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, WINDOW))
        .withCustomTimePrecision(new Time(clock))
        .build();
  }

  /** Takes one call of a token's quota. */
  Left take(UUID token) {
    return Left.of(buckets.get(token).tryConsumeAndReturnRemaining(1), quota);
  }

  private static long nanos(Clock clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  /**
   * What is left of a quota.
   *
   * @param quota calls a minute
   * @param calls that may still be made at once
   * @param pause until a call is allowed again, in whole seconds; 0 when this one is
   * @param reset until the whole quota is there again, in whole seconds
   */
  record Left(int quota, long calls, long pause, long reset) {

    static Left of(ConsumptionProbe probe, int quota) {
      long pause = probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill()));
      return new Left(
          quota, probe.getRemainingTokens(), pause, seconds(probe.getNanosToWaitForReset()));
    }

    private static long seconds(long nanos) {
      return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    String policy() {
      return "\"token\";q=" + quota + ";w=" + WINDOW.toSeconds();
    }

    String standing() {
      return "\"token\";r=" + calls + ";t=" + reset;
    }
  }

  private record Time(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos(clock);
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
