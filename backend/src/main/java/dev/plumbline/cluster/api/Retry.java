package dev.plumbline.cluster.api;

import io.fabric8.kubernetes.client.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before a request is tried again. */
record Retry(Limits limits) {

  private static final Duration SHORTEST_ASKED_FOR = Duration.ofSeconds(1);

  /** Full jitter over a pause that doubles, or what the server asked for within bounds. */
  Duration pause(int tried, Optional<Duration> askedFor) {
    return askedFor.map(this::bounded).orElseGet(() -> jittered(tried));
  }

  private Duration bounded(Duration asked) {
    Duration longest = limits.longestRetryAfter();
    Duration atLeast = asked.compareTo(SHORTEST_ASKED_FOR) < 0 ? SHORTEST_ASKED_FOR : asked;
    return atLeast.compareTo(longest) > 0 ? longest : atLeast;
  }

  private Duration jittered(int tried) {
    long most = limits.pause().toMillis() << Math.min(tried - 1, 10);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
  }

  /** The {@code Retry-After} of an answer, where it is a number of seconds. */
  static Optional<Duration> after(HttpHeaders answer) {
    List<String> values = answer.headers("Retry-After");
    return values.stream()
        .filter(value -> value.matches("\\d{1,6}"))
        .findFirst()
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }
}
