package dev.plumbline.cluster.api;

import static dev.plumbline.cluster.api.ApiServerIntegrationTests.LOOPBACK;
import static dev.plumbline.cluster.api.ApiServerIntegrationTests.SHORT;
import static dev.plumbline.cluster.api.ApiServerIntegrationTests.access;
import static dev.plumbline.cluster.api.ApiServerIntegrationTests.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.testing.kube.TestApiServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvilApiServerIntegrationTests {

  private static final Duration LATEST = SHORT.whole().plusSeconds(2);

  static Stream<Arguments> behaviours() {
    return Stream.of(
        evil("answers 401", Reason.UNAUTHORIZED, status(401)),
        evil("answers 403", Reason.FORBIDDEN, status(403)),
        evil("answers 404", Reason.NOT_FOUND, status(404)),
        evil("answers 410", Reason.GONE, status(410)),
        evil("answers 418", Reason.MALFORMED, status(418)),
        evil("answers 500", Reason.UNAVAILABLE, status(500)),
        evil("answers 503 for ever", Reason.UNAVAILABLE, status(503)),
        evil("answers 429 for ever", Reason.THROTTLED, EvilApiServerIntegrationTests::throttles),
        evil("never answers", Reason.TIMEOUT, exchange -> sleep(30_000)),
        evil("stops after the head", Reason.TIMEOUT, EvilApiServerIntegrationTests::headOnly),
        evil("drips its body", Reason.TIMEOUT, EvilApiServerIntegrationTests::drips),
        evil("never ends its body", Reason.TOO_LARGE, EvilApiServerIntegrationTests::endless),
        evil("cuts its body", Reason.MALFORMED, EvilApiServerIntegrationTests::cuts),
        evil("compresses a bomb", Reason.MALFORMED, EvilApiServerIntegrationTests::bomb),
        evil("answers HTML", Reason.MALFORMED, type("text/html")),
        evil("answers without a type", Reason.MALFORMED, type("")),
        evil("answers protobuf", Reason.MALFORMED, type("application/vnd.kubernetes.protobuf")),
        evil("hangs up", Reason.UNREACHABLE, exchange -> exchange.close()));
  }

  private static Arguments evil(String name, Reason reason, HttpHandler behaviour) {
    return Arguments.of(name, reason, behaviour);
  }

  @ParameterizedTest(name = "a server that {0}")
  @MethodSource("behaviours")
  void endsInTimeWithItsReason(String name, Reason reason, HttpHandler behaviour) {
    long start = System.nanoTime();
    ApiFailure failure = failure(behaviour);
    assertThat(failure.reason()).as(failure.message()).isEqualTo(reason);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
  }

  @Test
  void whatFailsForAMomentIsTriedAgain() throws ApiFailure {
    var count = new AtomicInteger();
    HttpHandler twiceUnavailable =
        exchange -> TestApiServer.answer(exchange, count.incrementAndGet() < 3 ? 503 : 200, "{}");
    try (var server = TestApiServer.start(twiceUnavailable);
        var api = ApiServer.open(access(server.kubeconfig("t")), LOOPBACK, SHORT)) {
      byte[] answer = api.get("/version", "application/json", body -> body.readAllBytes());
      assertThat(answer).hasSize(2);
      assertThat(server.asked()).hasSize(3);
    }
  }

  @Test
  void retryAfterIsHonoured() throws ApiFailure {
    var count = new AtomicInteger();
    HttpHandler throttlesOnce =
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "2");
          TestApiServer.answer(exchange, count.incrementAndGet() == 1 ? 429 : 200, "{}");
        };
    try (var server = TestApiServer.start(throttlesOnce);
        var api = ApiServer.open(access(server.kubeconfig("t")), LOOPBACK, SHORT)) {
      api.get("/version", "application/json", body -> body.readAllBytes());
      long gap = server.asked().get(1).nanos() - server.asked().get(0).nanos();
      assertThat(Duration.ofNanos(gap)).isGreaterThan(Duration.ofMillis(1950));
    }
  }

  @Test
  void theWholeOfManyAnswersIsLimitedToo() {
    var answers = new AtomicLong();
    byte[] big = " ".repeat(700_000).getBytes(StandardCharsets.UTF_8);
    HttpHandler behaviour =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, big.length);
          exchange.getResponseBody().write(big);
        };
    try (var server = TestApiServer.start(behaviour);
        var api = ApiServer.open(access(server.kubeconfig("t")), LOOPBACK, SHORT)) {
      while (answers.get() < 10) {
        api.get("/version", "application/json", body -> body.readAllBytes());
        answers.incrementAndGet();
      }
    } catch (ApiFailure failure) {
      assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
    }
    assertThat(answers.get()).isEqualTo(4);
  }

  private static HttpHandler status(int status) {
    return exchange -> TestApiServer.answer(exchange, status, "{\"kind\":\"Status\"}");
  }

  private static HttpHandler type(String type) {
    return exchange -> {
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", type);
      }
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
    };
  }

  private static void throttles(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "99999");
    TestApiServer.answer(exchange, 429, "{}");
  }

  private static OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    return exchange.getResponseBody();
  }

  private static void headOnly(HttpExchange exchange) throws IOException {
    begin(exchange).flush();
    sleep(30_000);
  }

  private static void drips(HttpExchange exchange) throws IOException {
    var body = begin(exchange);
    for (int i = 0; i < 300; i++) {
      body.write(' ');
      body.flush();
      sleep(100);
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    var body = begin(exchange);
    byte[] piece = new byte[64 * 1024];
    while (true) {
      body.write(piece);
    }
  }

  private static void cuts(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  private static void bomb(HttpExchange exchange) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 64; i++) {
        gzip.write(new byte[1024 * 1024]);
      }
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(200, packed.size());
    exchange.getResponseBody().write(packed.toByteArray());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
