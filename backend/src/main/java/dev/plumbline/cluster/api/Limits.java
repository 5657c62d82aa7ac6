package dev.plumbline.cluster.api;

import java.time.Duration;

/**
 * How long and how much an API server may take of us.
 *
 * @param call for one request, its answer read to the end
 * @param idle between two pieces of an answer
 * @param whole for all that is asked over one connection, such as one scan
 * @param answerBytes of one answer
 * @param wholeBytes of all answers together
 * @param tries of one request
 * @param pause before the second try; doubled for each further one, and jittered
 * @param longestRetryAfter longest wait a server may ask for
 */
public record Limits(
    Duration call,
    Duration idle,
    Duration whole,
    long answerBytes,
    long wholeBytes,
    int tries,
    Duration pause,
    Duration longestRetryAfter) {

  private static final long MIB = 1024 * 1024;

  public static final Limits SCAN =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          32 * MIB,
          512 * MIB,
          4,
          Duration.ofSeconds(1),
          Duration.ofMinutes(5));

  public static final Limits SELF_TEST =
      new Limits(
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          8 * MIB,
          64 * MIB,
          2,
          Duration.ofMillis(500),
          Duration.ofSeconds(5));
}
