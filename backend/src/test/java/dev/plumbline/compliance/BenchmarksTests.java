package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTests {

  private final Frameworks frameworks = World.FRAMEWORKS;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          eks       | v1.34.2-eks-b707fbb     | cis-eks-1.8.0 | false | Written for EKS.
          gke       | v1.35.1-gke.1396000     | cis-gke-1.9.0 | false | Written for GKE.
          aks       | v1.33.5                 | cis-aks-1.8   | false | Written for AKS.
          eks       | ''                      | cis-eks-1.8.0 | false | Written for EKS.
          kubeadm   | v1.29.0                 | cis-1.11      | false | Written for Kubernetes 1.29.
          kubeadm   | v1.31.14                | cis-1.11      | false | Written for Kubernetes 1.31.
          kind      | v1.32.0                 | cis-1.12      | false | Written for Kubernetes 1.32.
          k3s       | v1.34.1+k3s1            | cis-1.12      | false | Written for Kubernetes 1.34.
          rke2      | 1.35.0+rke2r1           | cis-2.0.1     | false | Written for Kubernetes 1.35.
          kubeadm   | v1.36.0-rc.1            | cis-2.0.1     | true  | No benchmark is published for Kubernetes 1.36; nearest used.
          kubeadm   | v1.41.0                 | cis-2.0.1     | true  | No benchmark is published for Kubernetes 1.41; nearest used.
          kubeadm   | v1.28.3                 | cis-1.11      | true  | Edition 1.10 was written for Kubernetes 1.28 and is not kept here; nearest used.
          kubeadm   | v1.23.17                | cis-1.11      | true  | Edition 1.23 was written for Kubernetes 1.23 and is not kept here; nearest used.
          kubeadm   | v1.19.16                | cis-1.11      | true  | Kubernetes 1.19 is older than any benchmark we know; the oldest kept is used.
          openshift | v1.33.3                 | cis-1.12      | true  | We do not keep the CIS Red Hat OpenShift Container Platform Benchmark; nearest used, by Kubernetes 1.33.
          ''        | v1.33.3                 | cis-1.12      | true  | Who runs the cluster was not detected; nearest used, by Kubernetes 1.33.
          ''        | ''                      | cis-2.0.1     | true  | Its version was not read; the newest edition is used.
          kubeadm   | dev                     | cis-2.0.1     | true  | Its version was not read; the newest edition is used.
          """)
  void oneBenchmarkCountsForACluster(
      String distribution, String version, String framework, boolean nearest, String reason) {
    ChosenBenchmark chosen = frameworks.benchmark(distribution, version);
    assertThat(chosen.framework().id()).isEqualTo(framework);
    assertThat(chosen.nearest()).isEqualTo(nearest);
    assertThat(chosen.reason()).isEqualTo(reason);
  }

  @Test
  void everyEditionOfCisIsOneOfSeveralAndNothingElse() {
    assertThat(frameworks.all())
        .allSatisfy(framework ->
            assertThat(frameworks.oneOfSeveral(framework))
                .as(framework.id())
                .isEqualTo(framework.id().startsWith("cis-")));
  }

  @Test
  void exactlyOneEditionCountsAndAllElseDoes() {
    var cluster = World.cluster("eks", List.of());
    assertThat(frameworks.all())
        .filteredOn(framework -> frameworks.counts(framework, cluster))
        .extracting(Framework::id)
        .contains("cis-eks-1.8.0", "pci-dss-4.0.1", "nsa-1.2", "pss-baseline")
        .doesNotContain("cis-1.12", "cis-2.0.1", "cis-1.11", "cis-gke-1.9.0", "cis-aks-1.8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kubernetes: []                                                        | benchmarks.yaml: "kubernetes" must be one line or more, oldest first
          kubernetes: [{since: "1.2", published: "1", use: law}]                | benchmarks.yaml: "kubernetes" names no framework: law
          kubernetes: [{since: new, published: "1", use: law}]                  | benchmarks.yaml, kubernetes[0]: "since" must be a minor version such as 1.34
          kubernetes: [{since: "1.2", use: law}]                                | benchmarks.yaml, kubernetes[0]: "published" is missing
          kubernetes: [{since: "1.2", published: "1", use: law, till: "1.3"}]   | benchmarks.yaml, kubernetes[0]: "till" is not a known key
          {providers: {eks: law}, kubernetes: []}                               | benchmarks.yaml: "providers" names no framework: law
          """)
  void aMistakeInTheTableIsNamed(String table, String message) {
    assertThatThrownBy(() -> Benchmarks.read(Entry.parse("benchmarks.yaml", table), Map.of()))
        .hasMessageStartingWith(message);
  }
}
