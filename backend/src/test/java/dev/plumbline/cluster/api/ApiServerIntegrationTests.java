package dev.plumbline.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.cluster.api.ApiFailure.Reason;
import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Access;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.cluster.kubeconfig.Login;
import dev.plumbline.cluster.kubeconfig.Secret;
import dev.plumbline.testing.kube.TestApiServer;
import dev.plumbline.testing.kube.TestCertificates;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;

class ApiServerIntegrationTests {

  static final Egress LOOPBACK =
      new Egress(List.of("127.0.0.0/8"), List.of("1024-65535"), Set.of());
  static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofSeconds(8),
          1024 * 1024,
          3 * 1024 * 1024,
          3,
          Duration.ofMillis(10),
          Duration.ofSeconds(5));

  static Access access(String kubeconfig) {
    byte[] bytes = kubeconfig.getBytes(StandardCharsets.UTF_8);
    return ((Accepted) Kubeconfigs.accept(bytes, Optional.empty())).access();
  }

  private static String text(InputStream body) throws java.io.IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  static ApiFailure failure(HttpHandler behaviour) {
    try (var server = TestApiServer.start(behaviour);
        var api = ApiServer.open(access(server.kubeconfig("token")), LOOPBACK, SHORT)) {
      return failure(api);
    }
  }

  private static ApiFailure failure(ApiServer api) {
    return catchThrowableOfType(
        ApiFailure.class,
        () -> api.get("/version", "application/json", ApiServerIntegrationTests::text));
  }

  @Test
  void anAnswerIsReadWithTheTokenAndNothingElse() throws ApiFailure {
    try (var server = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"));
        var api = ApiServer.open(access(server.kubeconfig("t0ken")), LOOPBACK, SHORT)) {
      String answer = api.get("/version?a=b", "application/json", body -> text(body));
      assertThat(answer).isEqualTo("{}");
      assertThat(server.asked())
          .singleElement()
          .satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.target()).isEqualTo("/version?a=b");
            assertThat(asked.authorization()).isEqualTo("Bearer t0ken");
          });
    }
  }

  @Test
  void reviewingOurRightsIsTheOnlyPost() throws ApiFailure {
    try (var server = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 201, "{}"));
        var api = ApiServer.open(access(server.kubeconfig("t")), LOOPBACK, SHORT)) {
      api.reviewRights("default", body -> text(body));
      assertThat(server.asked()).extracting(TestApiServer.Asked::method).containsExactly("POST");
      assertThat(catchThrowableOfType(ApiFailure.class, () -> api.reviewRights("a\"}", b -> "")))
          .isNotNull();
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void nothingOfThisMachineIsSent() throws Exception {
    try (var server = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 401, "{}"));
        var proxy = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"))) {
      var ambient =
          java.util.Map.of(
              "kubernetes.auth.token", "ambient",
              "kubernetes.auth.basic.username", "ambient",
              "kubernetes.auth.basic.password", "ambient",
              "https.proxyHost", "127.0.0.1",
              "https.proxyPort", String.valueOf(proxy.port()),
              "socksProxyHost", "127.0.0.1",
              "socksProxyPort", String.valueOf(proxy.port()));
      ambient.forEach(System::setProperty);
      var client = TestCertificates.issue(server.authority(), "reader", "EC", 256);
      var login =
          new Login.ClientCertificate(
              List.of(client.certificate()), new Secret(client.key().getEncoded()));
      var access =
          new Access(URI.create(server.url()), List.of(server.authority().certificate()), login);
      try (var api = ApiServer.open(access, LOOPBACK, SHORT)) {
        assertThat(failure(api).reason()).isEqualTo(Reason.UNAUTHORIZED);
      } finally {
        ambient.keySet().forEach(System::clearProperty);
      }
      assertThat(server.asked()).extracting(TestApiServer.Asked::authorization).containsOnly("");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @Test
  void redirectsAreNotFollowed() {
    try (var trap = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"))) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        ApiFailure failure =
            failure(exchange -> {
              exchange.getResponseHeaders().set("Location", trap.url() + "/version");
              TestApiServer.answer(exchange, status, "{}");
            });
        assertThat(failure.reason()).isEqualTo(Reason.REDIRECTED);
      }
      assertThat(trap.asked()).isEmpty();
    }
  }

  @Test
  void anAuthorityOtherThanTheClustersOwnIsNotTrusted() {
    try (var server = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"));
        var other = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"));
        var api = ApiServer.open(access(other.kubeconfig(server.url(), "t")), LOOPBACK, SHORT)) {
      assertThat(failure(api).reason()).isEqualTo(Reason.TLS);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aRefusedAddressIsNotConnectedToUnderAnySpelling() {
    var hosted = new Egress(List.of(), List.of("1024-65535"), Set.of());
    try (var trap = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"))) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]")) {
        String url = "https://" + host + ":" + trap.port();
        try (var api = ApiServer.open(access(trap.kubeconfig(url, "t")), hosted, SHORT)) {
          ApiFailure failure = failure(api);
          assertThat(failure.reason()).isEqualTo(Reason.ADDRESS);
          assertThat(failure.message()).contains("plumbline.egress.allowed-cidrs");
        }
      }
      assertThat(trap.asked()).isEmpty();
    }
  }

  @Test
  void aRefusedPortIsNotConnectedTo() {
    var usual = new Egress(List.of("127.0.0.0/8"), List.of("6443"), Set.of());
    try (var trap = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"));
        var api = ApiServer.open(access(trap.kubeconfig("t")), usual, SHORT)) {
      assertThat(failure(api).message()).contains("plumbline.egress.allowed-ports");
      assertThat(trap.asked()).isEmpty();
    }
  }

  @Test
  void aNameThatTurnsToAnInnerAddressIsNotFollowedThere() {
    var hosted = new Egress(List.of(), List.of("1024-65535"), Set.of());
    var lookups = new AtomicInteger();
    Dns rebinding =
        host ->
            lookups.getAndIncrement() == 0
                ? List.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("8.8.8.8"))
                : List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1"));
    try (var trap = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"))) {
      String url = "https://api.example.test:" + trap.port();
      try (var api = ApiServer.open(access(trap.kubeconfig(url, "t")), hosted, SHORT, rebinding)) {
        assertThat(failure(api).reason()).isEqualTo(Reason.ADDRESS);
        assertThat(failure(api).reason()).isEqualTo(Reason.ADDRESS);
      }
      assertThat(trap.asked()).isEmpty();
    }
  }

  @Test
  void manyConnectionsKeepTheirTokensApart() throws Exception {
    try (var first = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"));
        var second = TestApiServer.start(exchange -> TestApiServer.answer(exchange, 200, "{}"))) {
      for (int i = 0; i < 10; i++) {
        try (var a = ApiServer.open(access(first.kubeconfig("first")), LOOPBACK, SHORT);
            var b = ApiServer.open(access(second.kubeconfig("second")), LOOPBACK, SHORT)) {
          a.get("/version", "application/json", body -> text(body));
          b.get("/version", "application/json", body -> text(body));
        }
      }
      assertThat(first.asked())
          .extracting(TestApiServer.Asked::authorization)
          .containsOnly("Bearer first");
      assertThat(second.asked())
          .extracting(TestApiServer.Asked::authorization)
          .containsOnly("Bearer second");
    }
  }
}
