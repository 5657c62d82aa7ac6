package dev.plumbline.compliance;

import static dev.plumbline.compliance.World.check;
import static dev.plumbline.compliance.World.framework;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Tally;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kube-bench writes on nodes that a provider runs, in the benchmarks of the providers. */
class ManagedNodesTests {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final List<String> FILES = List.of("3.1.1", "3.1.2", "3.1.3", "3.1.4");
  private static final List<String> KUBELET =
      List.of("3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.5", "3.2.6", "3.2.7", "3.2.8", "3.2.9");

  @ParameterizedTest
  @CsvSource({
    "eks-1.8.0, eks, v1.34.1-eks-113cf36, cis-eks-1.8.0",
    "eks-1.7.0, eks, v1.33.5-eks-113cf36, cis-eks-1.8.0",
    "gke-1.9.0, gke, v1.34.1-gke.2541000, cis-gke-1.9.0",
    "aks-1.8, aks, v1.33.5, cis-aks-1.8"
  })
  void everyNodeControlOfTheProvidersBenchmarkFollowsItsOwnItem(
      String edition, String provider, String version, String id) {
    Framework framework = framework(id);
    List<String> numbers = provider.equals("gke") ? FILES : both();
    for (String failing : numbers) {
      var standing =
          standing(framework, provider, version, run(edition, numbers, failing, "a"), List.of("a"));
      for (String number : numbers) {
        assertThat(standing.control(number).orElseThrow().status())
            .as("%s where %s fails", number, failing)
            .isEqualTo(number.equals(failing) ? ControlStatus.FAIL : ControlStatus.PASS);
      }
    }
  }

  @Test
  void noNodeControlIsLeftWithoutAnItem() {
    for (String id : List.of("cis-eks-1.8.0", "cis-gke-1.9.0", "cis-aks-1.8")) {
      Set<String> nodeOnly =
          framework(id).controls().stream()
              .filter(control -> control.kind() == ControlKind.NODE_ONLY)
              .map(Control::id)
              .collect(Collectors.toSet());
      assertThat(nodeOnly).containsExactlyInAnyOrderElementsOf(id.contains("gke") ? FILES : both());
    }
  }

  @Test
  void aNodeControlWithoutAResultIsUnknownAndSaysWhatIsMissing() {
    var standing =
        standing(framework("cis-eks-1.8.0"), "eks", "v1.34.1-eks-1", List.of(), List.of("a"));
    var control = standing.control("3.2.1").orElseThrow();
    assertThat(control.status()).isEqualTo(ControlStatus.UNKNOWN);
    assertThat(control.evidence())
        .extracting(Evidence::id, Evidence::detail)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "kubelet-anonymous-auth", Sight.NODE.explanation()));
  }

  @Test
  void oneNodeOfTwoIsNotAPass() {
    var standing =
        standing(
            framework("cis-eks-1.8.0"),
            "eks",
            "v1.34.1-eks-1",
            run("eks-1.8.0", both(), "none", "a"),
            List.of("a", "b"));
    assertThat(standing.control("3.1.2").orElseThrow().status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  @Test
  void theSameNumberOfAnotherEditionCountsForNothing() {
    for (String other : List.of("eks-1.2.0", "eks-2.0", "gke-1.6.0", "aks-1.0")) {
      assertThat(items(run(other, both(), "3.2.6", "a"), List.of("a")).of(names("cis-eks-1.8.0")))
          .as(other)
          .isEmpty();
    }
    var gke = items(run("gke-1.9.0", FILES, "3.1.1", "a"), List.of("a"));
    assertThat(gke.of(names("cis-eks-1.8.0"))).isEmpty();
    assertThat(gke.of(names("cis-gke-1.9.0"))).isPresent();
  }

  @Test
  void aNumberUnderWhichAnOlderEditionAsksSomethingElseIsLeftOut() {
    var old = items(run("cis-1.10", List.of("1.1.20", "1.1.21", "4.1.7"), "none", "a"), List.of());
    assertThat(old.of(List.of("cis-1.12/1.1.20"))).isEmpty();
    assertThat(old.of(List.of("cis-1.12/4.1.7"))).isEmpty();
    assertThat(old.of(List.of("cis-1.12/1.1.21"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "eks-2.0, eks-1.8.0",
    "eks-1.0.1, eks-1.8.0",
    "gke-1.2.0, gke-1.9.0",
    "cis-1.6, cis-1.12",
    "cis-3.0, cis-1.12",
    "rke2-cis-1.8, ''",
    "odd, ''"
  })
  void anEditionThatNobodyComparedIsNamedWithTheNearest(String edition, String nearest) {
    NodeEditions editions = World.FRAMEWORKS.nodeEditions();
    assertThat(editions.known(edition)).isFalse();
    assertThat(editions.nearest(edition).orElse("")).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "eks, v1.35.0-eks-1, eks-1.8.0",
    "gke, v1.34.0-gke.1, gke-1.9.0",
    "aks, v1.33.5, aks-1.8",
    "kubeadm, v1.34.0, ''"
  })
  void theToolIsAskedForTheEditionOfTheProvider(
      String distribution, String version, String edition) {
    assertThat(World.FRAMEWORKS.nodeBenchmark(distribution, version)).isEqualTo(edition);
  }

  @Test
  void whatNodesSayFillsInWhereTheApiShowsNothing() {
    var hidden =
        World.standing("kubelet-anonymous-auth", CheckResult.State.NOT_APPLICABLE, Tally.NONE);
    assertThat(anonymous(hidden, "3.2.1").state()).isEqualTo(Evidence.State.FAILS);
    assertThat(anonymous(hidden, "3.2.1").detail()).isEqualTo("fails on a");
    assertThat(anonymous(hidden, "none").state()).isEqualTo(Evidence.State.PASSES);
    assertThat(anonymous(World.unknown("kubelet-anonymous-auth"), "none").state())
        .isEqualTo(Evidence.State.PASSES);
  }

  @Test
  void whatFailsInTheApiStaysAndWhatPassesThereMayFailOnANode() {
    assertThat(anonymous(World.failing("kubelet-anonymous-auth"), "none").state())
        .isEqualTo(Evidence.State.FAILS);
    assertThat(anonymous(World.passing("kubelet-anonymous-auth"), "3.2.1").detail())
        .isEqualTo("fails on a");
    assertThat(anonymous(World.passing("kubelet-anonymous-auth"), "none").tally().passed())
        .as("objects, not nodes")
        .isEqualTo(3);
  }

  /** The evidence of anonymous access to kubelets in a regulation, on EKS. */
  private static Evidence anonymous(CheckStanding inApi, String failing) {
    Check check = check("kubelet-anonymous-auth");
    var cluster =
        World.cluster("eks", inApi).on(items(run("eks-1.8.0", both(), failing, "a"), List.of("a")));
    return new ControlEvaluator(World.FRAMEWORKS, List.of(check))
        .standing(framework("pci-dss-4.0.1"), cluster, AttestationBook.EMPTY).controls().stream()
            .flatMap(control -> control.evidence().stream())
            .filter(evidence -> evidence.id().equals(check.id()))
            .findFirst()
            .orElseThrow();
  }

  private static FrameworkStanding standing(
      Framework framework,
      String provider,
      String version,
      List<NodeReport> reports,
      List<String> nodes) {
    var cluster =
        new ClusterEvidence(World.CLUSTER, provider, version, java.util.Map.of())
            .on(items(reports, nodes));
    return new ControlEvaluator(World.FRAMEWORKS, List.of())
        .standing(framework, cluster, AttestationBook.EMPTY);
  }

  private static NodeItems items(List<NodeReport> reports, List<String> nodes) {
    return NodeItems.of(World.FRAMEWORKS.nodeEditions(), reports, nodes, List.of(), NOW);
  }

  private static List<String> names(String framework) {
    return FILES.stream().map(number -> framework + "/" + number).toList();
  }

  private static List<String> both() {
    var numbers = new ArrayList<>(FILES);
    numbers.addAll(KUBELET);
    return numbers;
  }

  /** One run of the tool: workers only, by sections, as it writes them. */
  private static List<NodeReport> run(
      String edition, List<String> numbers, String failing, String... nodes) {
    String json =
        """
        {"Controls": [{"id": "3", "version": "%s", "detected_version": "%s", "text": "Workers",
          "node_type": "node", "tests": [%s],
          "total_pass": 3, "total_fail": 1, "total_warn": 0, "total_info": 0}],
         "Totals": {"total_pass": 3, "total_fail": 1, "total_warn": 0, "total_info": 0}}
        """
            .formatted(edition, edition, section(numbers, failing));
    var parsed = KubeBench.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    return Arrays.stream(nodes)
        .map(node ->
            new NodeReport(
                UUID.randomUUID(),
                World.CLUSTER,
                node,
                parsed.benchmark(),
                NOW.minusSeconds(60),
                "somebody",
                new java.util.TreeMap<>(parsed.results())))
        .toList();
  }

  private static String section(List<String> numbers, String failing) {
    return numbers.stream()
        .collect(Collectors.groupingBy(number -> number.substring(0, number.lastIndexOf('.'))))
        .entrySet()
        .stream()
        .map(group ->
            "{\"section\": \"%s\", \"type\": \"\", \"pass\": 1, \"fail\": 1, \"warn\": 0, \"info\": 0, \"desc\": \"d\", \"results\": [%s]}"
                .formatted(
                    group.getKey(),
                    group.getValue().stream()
                        .map(number -> result(number, number.equals(failing)))
                        .collect(Collectors.joining(","))))
        .collect(Collectors.joining(","));
  }

  private static String result(String number, boolean fails) {
    return "{\"test_number\": \"%s\", \"test_desc\": \"d\", \"audit\": \"stat\", \"AuditEnv\": \"\", \"AuditConfig\": \"\", \"type\": \"\", \"remediation\": \"r\", \"test_info\": [\"r\"], \"status\": \"%s\", \"actual_value\": \"permissions=644\", \"scored\": true, \"IsMultiple\": false, \"expected_result\": \"e\"}"
        .formatted(number, fails ? "FAIL" : "PASS");
  }
}
