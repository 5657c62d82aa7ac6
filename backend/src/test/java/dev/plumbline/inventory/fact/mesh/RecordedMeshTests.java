package dev.plumbline.inventory.fact.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.collect.Archives;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mesh of the recorded cluster: sidecars in one namespace, asked for in three more. */
class RecordedMeshTests {

  private static Mesh mesh = Meshes.of("{}");
  private static Map<ObjectKey, NamespaceFields> namespaces = Map.of();

  @BeforeAll
  static void read() {
    var upload = new Upload("dump.tar.gz", new ByteArrayInputStream(Archives.recordedCluster()));
    Snapshot snapshot =
        Dumps.read(List.of(upload), Instant.parse("2026-11-22T06:00:00Z")).snapshot();
    var workloads = Workloads.of(snapshot);
    mesh = Mesh.of(snapshot, workloads);
    namespaces = Namespaces.of(mesh, snapshot, workloads);
  }

  @Test
  void everyWorkloadWithSidecarsIsStrictByThePolicyOfTheMesh() {
    var members =
        mesh.members().entrySet().stream()
            .filter(e -> e.getKey().namespace().equals("mesh-injected"))
            .toList();
    assertThat(members)
        .hasSizeGreaterThan(5)
        .allSatisfy(member -> {
          assertThat(member.getValue().proxy()).isEqualTo(Proxy.ISTIO_SIDECAR);
          assertThat(member.getValue().decidedBy())
              .isIn("PeerAuthentication istio-system/default", "annotations of its pods");
          assertThat(member.getValue().access()).isEqualTo("closed");
        });
  }

  @Test
  void annotationsLeadAllButThreePortsOfOneWorkloadAroundTheProxy() {
    Membership traffic = mesh.member(deployment("mesh-injected", "traffic"));
    assertThat(traffic.mtls()).isEqualTo(Mode.DISABLE);
    assertThat(traffic.mode(2)).isEqualTo(Mode.STRICT);
    assertThat(traffic.mode(5)).isEqualTo(Mode.DISABLE);
    assertThat(traffic.bypassedOut()).containsExactly("7", "8", "9");
  }

  @Test
  void namespacesThatAskForSidecarsAndHaveNoneAreNoticed() {
    NamespaceFields bookinfo =
        namespaces.get(new ObjectKey(Kind.core("Namespace"), "", "bookinfo"));
    assertThat(bookinfo.ask()).isEqualTo("the namespace has istio-injection=enabled");
    assertThat(bookinfo.inside()).isZero();
    assertThat(bookinfo.outside()).hasSizeGreaterThan(3);
  }

  @Test
  void theGatewayIsToldFromWhatItServes() {
    assertThat(mesh.member(deployment("istio-ingress", "istio-ingressgateway")).gateway()).isTrue();
  }

  private static ObjectKey deployment(String namespace, String name) {
    return new ObjectKey(new Kind("apps", "Deployment"), namespace, name);
  }
}
