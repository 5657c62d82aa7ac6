package dev.plumbline.inventory.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.cluster.api.ApiServer;
import dev.plumbline.cluster.kubeconfig.Acceptance.Accepted;
import dev.plumbline.cluster.kubeconfig.Kubeconfigs;
import dev.plumbline.inventory.Coverage.Cause;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.collect.Kinds;
import dev.plumbline.testing.kube.RecordedCluster;
import dev.plumbline.testing.kube.TestApiServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a credential that holds rights in some namespaces only can show. */
class NamespacedCredentialIntegrationTests {

  private final RecordedCluster cluster = new RecordedCluster();

  private static List<ObjectNode> pods() {
    return IntStream.range(0, 3).mapToObj(i -> RecordedCluster.object("shop", "pod-" + i)).toList();
  }

  private Snapshot snapshot() throws ApiFailure {
    try (var server = TestApiServer.start(cluster)) {
      return LiveCollectorIntegrationTests.collect(
              server, LiveCollectorIntegrationTests.QUICK, Progress.NONE)
          .snapshot();
    }
  }

  private Reading reading(Kinds kind) throws ApiFailure {
    return snapshot().coverage().of(kind.kind());
  }

  private void twoNamespaces() {
    cluster.serve(
        "namespaces",
        "v1",
        List.of(RecordedCluster.object("", "bank"), RecordedCluster.object("", "shop")));
    var both = new ArrayList<>(pods());
    both.add(RecordedCluster.object("bank", "teller"));
    cluster.serve("pods", "v1", both);
  }

  @Test
  void aCredentialOfSomeNamespacesReadsTheseAndSaysWhich() throws ApiFailure {
    twoNamespaces();
    cluster.allowOnlyIn("shop");
    Snapshot snapshot = snapshot();
    assertThat(snapshot.all(Kinds.PODS.kind())).hasSize(3);
    assertThat(snapshot.coverage().of(Kinds.PODS.kind()))
        .isEqualTo(
            new Reading(
                State.PARTIAL,
                3,
                Cause.FORBIDDEN,
                "cannot list pods in all namespaces; read in shop of 2"));
    assertThat(snapshot.coverage().complete(Kinds.PODS.kind())).isFalse();
  }

  @Test
  void aCredentialOfEveryNamespaceReadsAll() throws ApiFailure {
    twoNamespaces();
    cluster.allowOnlyIn("shop", "bank");
    assertThat(reading(Kinds.PODS)).isEqualTo(new Reading(State.COMPLETE, 4, ""));
  }

  @Test
  void whereNamespacesAreHiddenTheCredentialsOwnIsRead() throws ApiFailure {
    twoNamespaces();
    cluster.deny("namespaces").allowOnlyIn("shop");
    String claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"sub\":\"system:serviceaccount:shop:reader\"}".getBytes(StandardCharsets.UTF_8));
    try (var server = TestApiServer.start(cluster)) {
      byte[] kubeconfig =
          server.kubeconfig("e30." + claims + ".x").getBytes(StandardCharsets.UTF_8);
      var accepted = (Accepted) Kubeconfigs.accept(kubeconfig, Optional.empty());
      try (var api =
          ApiServer.open(
              accepted.access(),
              LiveCollectorIntegrationTests.LOOPBACK,
              LiveCollectorIntegrationTests.QUICK)) {
        var coverage =
            LiveCollector.collect(api, LiveCollectorIntegrationTests.NOW, Progress.NONE)
                .snapshot()
                .coverage();
        assertThat(coverage.of(Kinds.PODS.kind()))
            .isEqualTo(
                new Reading(
                    State.PARTIAL,
                    3,
                    Cause.FORBIDDEN,
                    "cannot list pods in all namespaces; read in shop"));
      }
    }
  }
}
