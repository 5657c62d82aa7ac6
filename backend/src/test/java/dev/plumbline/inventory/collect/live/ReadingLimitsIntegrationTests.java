package dev.plumbline.inventory.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.Limits;
import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits of time and size are told apart, kind by kind. */
class ReadingLimitsIntegrationTests {

  private final RecordedCluster cluster =
      new RecordedCluster()
          .serve("namespaces", "v1", List.of(RecordedCluster.object("", "shop")))
          .serve("deployments.apps", "v1", List.of())
          .serve("pods", "v1", List.of(RecordedCluster.object("shop", "pod")))
          .serve("secrets", "v1", List.of());

  @Test
  void anAnswerOverTheLimitOfSizeIsTooLarge() throws ApiFailure {
    String page =
        LiveCollectorIntegrationTests.podPage(3, "").replace("{", "{" + " ".repeat(1 << 20));
    cluster.instead("/api/v1/pods", exchange -> TestApiServer.answer(exchange, 200, page));
    try (var server = TestApiServer.start(cluster)) {
      Snapshot snapshot =
          LiveCollectorIntegrationTests.collect(
                  server, small(Duration.ofSeconds(30)), Progress.NONE)
              .snapshot();
      assertThat(snapshot.coverage().of(Kinds.PODS.kind()).cause()).isEqualTo(Cause.TOO_LARGE);
    }
  }

  private static Limits small(Duration call) {
    return new Limits(
        call,
        call,
        Duration.ofSeconds(60),
        1 << 20,
        1 << 24,
        1,
        Duration.ofMillis(1),
        Duration.ofSeconds(1));
  }

  @Test
  void aServerThatStopsAnsweringIsGivenUpAfterAFewKinds() throws ApiFailure {
    var limits = small(Duration.ofSeconds(1));
    cluster.instead("/api/v1/", exchange -> sleep());
    cluster.instead("/apis/apps/", exchange -> sleep());
    try (var server = TestApiServer.start(cluster)) {
      Snapshot snapshot =
          LiveCollectorIntegrationTests.collect(server, limits, Progress.NONE).snapshot();
      assertThat(server.asked()).hasSizeLessThan(10);
      assertThat(snapshot.coverage().of(Kinds.SECRETS.kind()).reason()).contains("given up");
      assertThat(snapshot.coverage().of(Kinds.NAMESPACES.kind()).cause()).isEqualTo(Cause.TIMEOUT);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
