package dev.plumbline.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: {@code plumbline.sign-in.attempts} a minute, ten unless set, for each
 * address and for each account.
 */
@Component
class LoginThrottle {

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final LoadingCache<String, Bucket> buckets;

  LoginThrottle(@Value("${plumbline.sign-in.attempts:10}") int attempts) {
    buckets =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .build(key -> bucket(attempts));
  }

  private static Bucket bucket(int attempts) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, WINDOW))
        .build();
  }

  /** Takes one attempt; false when there is none left. */
  boolean allows(String address, String account) {
    boolean byAddress = buckets.get("address " + address).tryConsume(1);
    boolean byAccount = buckets.get("account " + account).tryConsume(1);
    return byAddress && byAccount;
  }
}
