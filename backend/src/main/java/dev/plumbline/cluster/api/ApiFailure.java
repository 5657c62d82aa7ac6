package dev.plumbline.cluster.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an API server's answer could not be used, in our own words: nothing of the answer is in it.
 */
public final class ApiFailure extends Exception {

  /** What kind of failure it is. */
  public enum Reason {
    /** Our own rules forbid the address. */
    ADDRESS,
    /** No connection: name, network, firewall. */
    UNREACHABLE,
    /** The server's certificate, or ours, was not accepted. */
    TLS,
    /** A limit of time was reached. */
    TIMEOUT,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 404 or 405. */
    NOT_FOUND,
    /** 410: a page token expired. */
    GONE,
    /** 429, to the last try. */
    THROTTLED,
    /** 5xx, to the last try. */
    UNAVAILABLE,
    /** 3xx, which is never followed. */
    REDIRECTED,
    /** A limit of size was reached. */
    TOO_LARGE,
    /** Not JSON, cut off, compressed or of an unexpected shape. */
    MALFORMED,
    /** The scan was cancelled. */
    CANCELLED
  }

  private final Reason reason;

  public ApiFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The failure that broke a stream off, empty when something else did. */
  public static Optional<ApiFailure> behind(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failures.Carried carried) {
        return Optional.of(carried.failure);
      }
    }
    return Optional.empty();
  }

  public Reason reason() {
    return reason;
  }

  /** For people; never empty. */
  public String message() {
    return String.valueOf(getMessage());
  }
}
