package dev.plumbline.inventory.fact.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResourcesFactTests {

  @Test
  void ratiosAreOfWhatHasBothRequestAndLimit() {
    assertThat(
            ratios("{requests: {cpu: 100m, memory: 64Mi}, limits: {cpu: 1, memory: 64Mi, x: 1}}"))
        .containsExactly(
            new Ratio("a", "cpu", "100m", "1", 10), new Ratio("a", "memory", "64Mi", "64Mi", 1));
    assertThat(ratios("{requests: {cpu: 0}, limits: {cpu: 1}}")).isEmpty();
    assertThat(ratios("{requests: {cpu: odd}, limits: {cpu: 1}}")).isEmpty();
    assertThat(ratios("{limits: {cpu: 1}}")).isEmpty();
  }

  /** Against the client library's own reading of quantities. */
  @Test
  void quantitiesAreReadAsTheClientLibraryReadsThem() {
    var random = new Random(7);
    List<String> units =
        List.of(
            "", "m", "u", "n", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "e3",
            "E-2");
    for (int i = 0; i < 2000; i++) {
      String text =
          random.nextInt(5000)
              + (random.nextBoolean() ? "" : "." + random.nextInt(100))
              + units.get(random.nextInt(units.size()));
      assertThat(Amount.of(text).orElseThrow())
          .as(text)
          .isEqualByComparingTo(Quantity.getAmountInBytes(new Quantity(text)));
    }
    assertThat(List.of("", "Mi", "1Q", "1 Mi", "--1")).allMatch(text -> Amount.of(text).isEmpty());
  }

  private static List<Ratio> ratios(String resources) {
    Snapshot snapshot =
        Manifests.snapshot(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: [{name: a, resources: %s}]}
            """
                .formatted(resources));
    var computed = new ResourcesFact().compute(snapshot, Workloads.of(snapshot));
    var key = new ObjectKey(Kind.core("Pod"), "shop", "web");
    return ((WorkloadFields) computed.of("Workload", key)).ratios();
  }
}
