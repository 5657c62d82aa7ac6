package dev.plumbline.cluster.api;

import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.egress.Egress;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns statuses and exceptions into our own words. */
final class Failures {

  private Failures() {}

  static ApiFailure ofStatus(int status) {
    return switch (status) {
      case 401 -> new ApiFailure(Reason.UNAUTHORIZED, "The server did not accept the credential.");
      case 403 -> new ApiFailure(Reason.FORBIDDEN, "The credential may not read this.");
      case 404, 405 -> new ApiFailure(Reason.NOT_FOUND, "The server does not know this.");
      case 410 -> new ApiFailure(Reason.GONE, "The list changed while it was read.");
      case 429 -> new ApiFailure(Reason.THROTTLED, "The server asked us to slow down, to the end.");
      default -> ofStatusClass(status);
    };
  }

  private static ApiFailure ofStatusClass(int status) {
    return switch (status / 100) {
      case 3 ->
          new ApiFailure(
              Reason.REDIRECTED, "The server redirects (" + status + "), which is not followed.");
      case 5 -> new ApiFailure(Reason.UNAVAILABLE, "The server answered " + status + ".");
      default -> new ApiFailure(Reason.MALFORMED, "The server answered " + status + ".");
    };
  }

  static ApiFailure of(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Carried carried -> {
          return carried.failure;
        }
        case RefusedAddress refused -> {
          return new ApiFailure(Reason.ADDRESS, refused.message());
        }
        case SSLException tls -> {
          return new ApiFailure(
              Reason.TLS, "The server's certificate is not vouched for, or TLS failed.");
        }
        case CompletionException wrapped -> {}
        case ExecutionException wrapped -> {}
        case TimeoutException late -> {
          return timeout();
        }
        case InterruptedIOException late -> {
          return timeout();
        }
        default -> {}
      }
    }
    return new ApiFailure(
        Reason.UNREACHABLE, "No connection: the name, the network or a firewall is in the way.");
  }

  static ApiFailure timeout() {
    return new ApiFailure(Reason.TIMEOUT, "The server took too long.");
  }

  /** Carries a failure through code that may throw only I/O errors. */
  static final class Carried extends java.io.IOException {

    final transient ApiFailure failure;

    Carried(ApiFailure failure) {
      super(failure.message());
      this.failure = failure;
    }
  }

  /** An address or a port that our rules refuse. */
  static final class RefusedAddress extends java.net.UnknownHostException {

    RefusedAddress(boolean port) {
      super(port ? Egress.PORT_REFUSED : Egress.REFUSED);
    }

    String message() {
      return String.valueOf(getMessage());
    }
  }
}
