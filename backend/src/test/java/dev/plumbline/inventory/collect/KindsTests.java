package dev.plumbline.inventory.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Workloads;
import org.junit.jupiter.api.Test;

class KindsTests {

  @Test
  void aKindIsFoundByNameAndByResource() {
    assertThat(Kinds.of(new Kind("apps", "Deployment"))).contains(Kinds.DEPLOYMENTS);
    assertThat(Kinds.ofResource("gateways.networking.istio.io")).contains(Kinds.ISTIO_GATEWAYS);
    assertThat(Kinds.ofResource("pods").orElseThrow().plural()).isEqualTo("pods");
    assertThat(Kinds.ofResource("endpoints")).isEmpty();
  }

  @Test
  void everyControllerThatMakesPodsIsCollected() {
    assertThat(Workloads.CONTROLLERS).allSatisfy(kind -> assertThat(Kinds.of(kind)).isPresent());
  }

  @Test
  void onlySecretsStayOutOfTheReaderRole() {
    assertThat(Kinds.values())
        .filteredOn(kind -> !kind.inReaderRole())
        .containsExactly(Kinds.SECRETS);
  }
}
