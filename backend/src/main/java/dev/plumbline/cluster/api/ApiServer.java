package dev.plumbline.cluster.api;

import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Login;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Dns;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One customer's API server, read through the guard: for one scan or one self-test, then closed.
 * Every request is a GET, but for the review of our own rights.
 */
public final class ApiServer implements AutoCloseable {

  private static final String REVIEWS = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

  private final Access access;
  private final Limits limits;
  private final HttpClient client;
  private final Retry retry;
  private final AtomicLong bytesLeft;
  private final long deadline;

  private ApiServer(Access access, Limits limits, HttpClient client) {
    this.access = access;
    this.limits = limits;
    this.client = client;
    this.retry = new Retry(limits);
    this.bytesLeft = new AtomicLong(limits.wholeBytes());
    this.deadline = System.nanoTime() + limits.whole().toNanos();
  }

  /** Opens the way; nothing is sent yet. */
  public static ApiServer open(Access access, Egress egress, Limits limits) {
    return open(access, egress, limits, Dns.SYSTEM);
  }

  static ApiServer open(Access access, Egress egress, Limits limits, Dns resolver) {
    return new ApiServer(access, limits, GuardedClients.client(access, egress, resolver, limits));
  }

  /** The namespace that the credential itself belongs to, empty when it tells none. */
  public Optional<String> ownNamespace() {
    return access.namespace();
  }

  /** Reads an answer while it comes in. */
  public interface Reader<T extends @Nullable Object> {
    T read(InputStream body) throws IOException;
  }

  /**
   * Gets a path and lets the reader read the answer. It may be asked again from the start, when an
   * answer was cut off: the reader must not keep anything of a reading that failed.
   *
   * @param path with its query, such as {@code /api/v1/pods?limit=250}
   * @param accept the media type wanted, JSON of some form
   */
  public <T extends @Nullable Object> T get(String path, String accept, Reader<T> reader)
      throws ApiFailure {
    return send(request(path, accept), reader);
  }

  /**
   * Asks what we may do in a namespace: a POST that stores nothing, and the only one there is.
   *
   * @param namespace a name, as the server gave it
   */
  public <T extends @Nullable Object> T reviewRights(String namespace, Reader<T> reader)
      throws ApiFailure {
    String body =
        "{\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectRulesReview\","
            + "\"spec\":{\"namespace\":\""
            + named(namespace)
            + "\"}}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(request(REVIEWS, "application/json").post("application/json", bytes), reader);
  }

  private static String named(String namespace) throws ApiFailure {
    if (!namespace.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw new ApiFailure(Reason.MALFORMED, "The server names a namespace that cannot exist.");
    }
    return namespace;
  }

  private HttpRequest.Builder request(String path, String accept) {
    var builder =
        client
            .newHttpRequestBuilder()
            .uri(access.server() + path)
            .setHeader("Accept", accept)
            .setHeader("Accept-Encoding", "identity");
    if (access.login() instanceof Login.Token token) {
      String text = token.secret().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
      builder.setHeader("Authorization", "Bearer " + text);
    }
    return builder;
  }

  private <T extends @Nullable Object> T send(HttpRequest.Builder request, Reader<T> reader)
      throws ApiFailure {
    for (int tried = 1; ; tried++) {
      var attempt = new Attempt();
      try {
        return attempt.run(request.build(), reader);
      } catch (ApiFailure failure) {
        if (tried >= limits.tries() || !passing(failure.reason())) {
          throw failure;
        }
        wait(retry.pause(tried, attempt.retryAfter), failure);
      }
    }
  }

  private static boolean passing(Reason reason) {
    return switch (reason) {
      case THROTTLED, UNAVAILABLE, UNREACHABLE -> true;
      default -> false;
    };
  }

  private void wait(Duration pause, ApiFailure failure) throws ApiFailure {
    if (pause.compareTo(left()) > 0) {
      throw failure;
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiFailure(Reason.CANCELLED, "The reading was cancelled.");
    }
  }

  private Duration left() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  @Override
  public void close() {
    client.close();
    access.login().secret().wipe();
  }

  /** One try of a request. */
  private final class Attempt {

    private Optional<Duration> retryAfter = Optional.empty();

    <T extends @Nullable Object> T run(HttpRequest request, Reader<T> reader) throws ApiFailure {
      Duration patience = patience();
      try (var body = new BodyStream(patience, limits.answerBytes(), bytesLeft)) {
        HttpResponse<AsyncBody> answer = answer(request, body, patience);
        body.attach(answer.body());
        retryAfter = Retry.after(answer);
        requireJson(answer);
        return read(body, reader);
      }
    }

    private Duration patience() throws ApiFailure {
      Duration left = left();
      if (left.isNegative() || left.isZero()) {
        throw new ApiFailure(Reason.TIMEOUT, "The time for the whole reading is over.");
      }
      return left.compareTo(limits.call()) < 0 ? left : limits.call().plusSeconds(1);
    }

    private HttpResponse<AsyncBody> answer(HttpRequest request, BodyStream body, Duration patience)
        throws ApiFailure {
      var future = client.consumeBytes(request, body);
      try {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        future.cancel(true);
        throw Failures.of(e);
      } catch (InterruptedException e) {
        future.cancel(true);
        Thread.currentThread().interrupt();
        throw new ApiFailure(Reason.CANCELLED, "The reading was cancelled.");
      }
    }

    private void requireJson(HttpResponse<AsyncBody> answer) throws ApiFailure {
      if (answer.code() / 100 != 2) {
        throw Failures.ofStatus(answer.code());
      }
      if (!answer.headers("Content-Encoding").stream().allMatch("identity"::equals)) {
        throw new ApiFailure(Reason.MALFORMED, "The server compressed its answer unasked.");
      }
      if (answer.headers("Content-Type").stream()
          .noneMatch(type -> type.startsWith("application/json"))) {
        throw new ApiFailure(Reason.MALFORMED, "The server's answer is not JSON.");
      }
    }

    private <T extends @Nullable Object> T read(BodyStream body, Reader<T> reader)
        throws ApiFailure {
      try {
        return reader.read(body);
      } catch (Failures.Carried carried) {
        throw carried.failure;
      } catch (IOException | JacksonException e) {
        throw malformed(e);
      }
    }

    private ApiFailure malformed(Exception e) {
      return ApiFailure.behind(e)
          .orElseGet(() -> new ApiFailure(Reason.MALFORMED, "The server's answer is malformed."));
    }
  }
}
