package dev.plumbline.inventory.collect.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.cluster.api.Limits;
import dev.plumbline.cluster.egress.Egress;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class LiveCollectorIntegrationTests {

  static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
  static final Egress LOOPBACK =
      new Egress(List.of("127.0.0.0/8"), List.of("1024-65535"), Set.of());
  static final Limits QUICK =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          32L << 20,
          512L << 20,
          2,
          Duration.ofMillis(5),
          Duration.ofSeconds(1));

  private final RecordedCluster cluster =
      new RecordedCluster()
          .serve("namespaces", "v1", List.of(RecordedCluster.object("", "shop")))
          .serve("pods", "v1", pods(3))
          .serve("secrets", "v1", List.of(secret()))
          .serve("deployments.apps", "v1", List.of(RecordedCluster.object("shop", "web")));

  private static List<ObjectNode> pods(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> RecordedCluster.object("shop", "pod-" + i))
        .toList();
  }

  private static ObjectNode secret() {
    ObjectNode secret = RecordedCluster.object("shop", "password");
    secret.putObject("data").put("password", "Y2FuYXJ5");
    return secret;
  }

  static Collected collect(TestApiServer server, Limits limits, Progress progress)
      throws ApiFailure {
    byte[] kubeconfig = server.kubeconfig("token").getBytes(StandardCharsets.UTF_8);
    var accepted = (Accepted) Kubeconfigs.accept(kubeconfig, Optional.empty());
    try (var api = ApiServer.open(accepted.access(), LOOPBACK, limits)) {
      return LiveCollector.collect(api, NOW, progress);
    }
  }

  private Snapshot snapshot() throws ApiFailure {
    try (var server = TestApiServer.start(cluster)) {
      return collect(server, QUICK, Progress.NONE).snapshot();
    }
  }

  private Reading reading(Kinds kind) throws ApiFailure {
    return snapshot().coverage().of(kind.kind());
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    TestApiServer.answer(exchange, status, "{\"kind\":\"Status\"}");
  }

  @Test
  void whatIsServedIsReadAndWhatIsNotServedIsKnownToBeAbsent() throws ApiFailure {
    Snapshot snapshot = snapshot();
    assertThat(snapshot.version().git()).isEqualTo("v1.35.4");
    assertThat(snapshot.takenAt()).isEqualTo(NOW);
    assertThat(snapshot.all(Kinds.PODS.kind())).hasSize(3);
    assertThat(snapshot.coverage().of(Kinds.PODS.kind()))
        .isEqualTo(new Reading(State.COMPLETE, 3, ""));
    assertThat(snapshot.coverage().of(Kinds.ISTIO_SIDECARS.kind()).state())
        .isEqualTo(State.NOT_SERVED);
    assertThat(snapshot.coverage().of(Kinds.STATEFUL_SETS.kind()).state())
        .as("a core kind that discovery hides")
        .isEqualTo(State.FAILED);
  }

  @Test
  void longListsAreReadPageByPage() throws ApiFailure {
    cluster.serve("pods", "v1", pods(600));
    try (var server = TestApiServer.start(cluster)) {
      Snapshot snapshot = collect(server, QUICK, Progress.NONE).snapshot();
      assertThat(snapshot.all(Kinds.PODS.kind())).hasSize(600);
      assertThat(server.asked())
          .extracting(TestApiServer.Asked::target)
          .contains(
              "/api/v1/pods?limit=250",
              "/api/v1/pods?limit=250&continue=250",
              "/api/v1/pods?limit=250&continue=500");
    }
  }

  @Test
  void secretsAreAskedForWithoutTheirContent() throws ApiFailure {
    Snapshot snapshot = snapshot();
    assertThat(snapshot.all(Kinds.SECRETS.kind()))
        .singleElement()
        .satisfies(secret -> {
          assertThat(secret.key().name()).isEqualTo("password");
          assertThat(secret.document()).doesNotContainKey("data");
        });
    assertThat(snapshot.objects().toString()).doesNotContain("Y2FuYXJ5");
  }

  @Test
  void onlyGetIsSent() throws ApiFailure {
    try (var server = TestApiServer.start(cluster)) {
      collect(server, QUICK, Progress.NONE);
      assertThat(server.asked()).extracting(TestApiServer.Asked::method).containsOnly("GET");
    }
  }

  @Test
  void aForbiddenKindNamesTheMissingVerb() throws ApiFailure {
    cluster.deny("deployments.apps");
    assertThat(reading(Kinds.DEPLOYMENTS))
        .isEqualTo(new Reading(State.FORBIDDEN, 0, "cannot list deployments.apps"));
    assertThat(reading(Kinds.PODS).state()).isEqualTo(State.COMPLETE);
  }

  @Test
  void halfOfTheKindsForbiddenIsStillAResult() throws ApiFailure {
    for (Kinds kind : Kinds.values()) {
      cluster.serve(kind.resource(), kind.versions().getFirst(), List.of());
      if (kind.ordinal() % 2 == 0) {
        cluster.deny(kind.resource());
      }
    }
    Snapshot snapshot = snapshot();
    for (Kinds kind : Kinds.values()) {
      assertThat(snapshot.coverage().of(kind.kind()).state())
          .isEqualTo(kind.ordinal() % 2 == 0 ? State.FORBIDDEN : State.COMPLETE);
    }
  }

  @Test
  void aGroupThatAnswers503DoesNotEndTheCollection() throws ApiFailure {
    cluster.instead("/apis/apps", exchange -> TestApiServer.answer(exchange, 503, "{}"));
    var reading = reading(Kinds.DEPLOYMENTS);
    assertThat(reading.state()).isEqualTo(State.FAILED);
    assertThat(reading.cause()).isEqualTo(Cause.ERROR);
    assertThat(reading(Kinds.PODS).state()).isEqualTo(State.COMPLETE);
  }

  @Test
  void aStaleGroupIsNotedAndItsKindsAreNotCountedAsAbsent() throws ApiFailure {
    try (var server = TestApiServer.start(cluster)) {
      assertThat(collect(server, QUICK, Progress.NONE).notes())
          .anyMatch(note -> note.contains("metrics.k8s.io") && note.contains("unavailable"));
    }
    cluster.instead(
        "/apis",
        exchange ->
            TestApiServer.answer(
                exchange,
                200,
                """
                {"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"security.istio.io"},
                "versions":[{"version":"v1","freshness":"Stale"}]}]}
                """));
    assertThat(reading(Kinds.ISTIO_PEER_AUTHENTICATIONS).state()).isEqualTo(State.FAILED);
  }

  @Test
  void aServerWithoutAggregatedDiscoveryIsAskedGroupByGroup() throws ApiFailure {
    HttpHandler apis =
        exchange -> {
          switch (exchange.getRequestURI().getPath()) {
            case "/apis" ->
                TestApiServer.answer(
                    exchange,
                    200,
                    """
                    {"kind":"APIGroupList","groups":[
                    {"name":"apps","versions":[{"version":"v1"}]},
                    {"name":"security.istio.io","versions":[{"version":"v1"}]}]}
                    """);
            case "/apis/apps/v1" ->
                TestApiServer.answer(
                    exchange,
                    200,
                    """
                    {"kind":"APIResourceList","resources":[{"name":"deployments","verbs":["list"]},
                    {"name":"deployments/status","verbs":["get"]}]}
                    """);
            case "/apis/apps/v1/deployments" ->
                TestApiServer.answer(
                    exchange,
                    200,
                    "{\"kind\":\"DeploymentList\",\"items\":[{\"metadata\":{\"name\":\"w\",\"namespace\":\"n\"}}]}");
            default -> answer(exchange, 503);
          }
        };
    cluster.instead("/apis", apis);
    assertThat(reading(Kinds.DEPLOYMENTS)).isEqualTo(new Reading(State.COMPLETE, 1, ""));
    assertThat(reading(Kinds.ISTIO_PEER_AUTHENTICATIONS).state()).isEqualTo(State.FAILED);
    assertThat(reading(Kinds.CERT_MANAGER_ISSUERS).state()).isEqualTo(State.NOT_SERVED);
  }

  @Test
  void withoutDiscoveryNothingCountsAsAbsent() throws ApiFailure {
    cluster.instead("/apis", exchange -> answer(exchange, 403));
    Snapshot snapshot = snapshot();
    assertThat(snapshot.coverage().of(Kinds.PODS.kind()).state()).isEqualTo(State.COMPLETE);
    assertThat(snapshot.coverage().of(Kinds.ISTIO_SIDECARS.kind()).state()).isEqualTo(State.FAILED);
  }

  @Test
  void aListThatExpiresIsReadOnceMoreFromItsStart() throws ApiFailure {
    cluster.serve("pods", "v1", pods(300));
    var count = new AtomicInteger();
    HttpHandler expiring =
        exchange -> {
          boolean second = exchange.getRequestURI().getQuery().contains("continue");
          if (second && count.getAndIncrement() == 0) {
            answer(exchange, 410);
          } else {
            TestApiServer.answer(exchange, 200, second ? podPage(50, "") : podPage(250, "next"));
          }
        };
    cluster.instead("/api/v1/pods", expiring);
    assertThat(reading(Kinds.PODS).count()).isEqualTo(300);
  }

  static String podPage(int count, String next) {
    var items = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      items.add("{\"metadata\":{\"namespace\":\"n\",\"name\":\"p" + next + i + "\"}}");
    }
    return "{\"kind\":\"PodList\",\"metadata\":{\"continue\":\""
        + next
        + "\"},\"items\":"
        + items
        + "}";
  }

  @Test
  void aListThatExpiresTwiceIsUnknown() throws ApiFailure {
    cluster.instead(
        "/api/v1/pods",
        exchange -> {
          if (exchange.getRequestURI().getQuery().contains("continue")) {
            answer(exchange, 410);
          } else {
            TestApiServer.answer(exchange, 200, podPage(2, "next"));
          }
        });
    assertThat(reading(Kinds.PODS).state()).isEqualTo(State.PARTIAL);
  }

  @Test
  void aRepeatedPageEndsTheList() throws ApiFailure {
    cluster.instead(
        "/api/v1/pods", exchange -> TestApiServer.answer(exchange, 200, podPage(2, "again")));
    assertThat(reading(Kinds.PODS))
        .satisfies(reading -> {
          assertThat(reading.state()).isEqualTo(State.PARTIAL);
          assertThat(reading.reason()).contains("repeats");
        });
  }

  @Test
  void anEndlessListEnds() throws ApiFailure {
    var count = new AtomicInteger();
    cluster.instead(
        "/api/v1/pods",
        exchange -> TestApiServer.answer(exchange, 200, podPage(0, "t" + count.incrementAndGet())));
    var reading = reading(Kinds.PODS);
    assertThat(reading.reason()).contains("too many pages");
    assertThat(reading.cause()).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void aListCutInItsMiddleIsPartial() throws ApiFailure {
    String whole = podPage(5, "");
    cluster.instead(
        "/api/v1/pods",
        exchange -> TestApiServer.answer(exchange, 200, whole.substring(0, whole.length() / 2)));
    assertThat(reading(Kinds.PODS).state()).isEqualTo(State.PARTIAL);
  }

  @Test
  void anAnswerThatIsNoListIsFailed() throws ApiFailure {
    cluster.instead("/api/v1/pods", exchange -> TestApiServer.answer(exchange, 200, "{}"));
    assertThat(reading(Kinds.PODS).state()).isEqualTo(State.FAILED);
    cluster.instead("/api/v1/pods", exchange -> answer(exchange, 200));
    var reading = reading(Kinds.PODS);
    assertThat(reading.state()).isEqualTo(State.FAILED);
    assertThat(reading.cause()).isEqualTo(Cause.MALFORMED);
  }

  @Test
  void aRejectedCredentialEndsTheCollection() {
    cluster.instead("/", exchange -> answer(exchange, 401));
    assertThat(catchThrowableOfType(ApiFailure.class, this::snapshot).reason())
        .isEqualTo(ApiFailure.Reason.UNAUTHORIZED);
  }

  @Test
  void progressIsToldKindByKind() throws ApiFailure {
    var told = new ArrayList<String>();
    try (var server = TestApiServer.start(cluster)) {
      collect(server, QUICK, new Told(told, Integer.MAX_VALUE));
    }
    assertThat(told).startsWith("CONNECT", "DISCOVER", "COLLECT", "namespaces 1");
    assertThat(told).hasSize(3 + Kinds.values().length);
  }

  @Test
  void aCancelledCollectionEnds() {
    try (var server = TestApiServer.start(cluster)) {
      var told = new ArrayList<String>();
      assertThatThrownBy(() -> collect(server, QUICK, new Told(told, 5)))
          .isInstanceOf(CancellationException.class);
      assertThat(told).hasSize(6);
    }
  }

  private record Told(List<String> lines, int cancelledAfter) implements Progress {

    @Override
    public void phase(Phase phase) {
      lines.add(phase.name());
    }

    @Override
    public void kind(String resource, int number, int of, int objects) {
      lines.add(resource + " " + number);
    }

    @Override
    public boolean cancelled() {
      return lines.size() > cancelledAfter;
    }
  }
}
