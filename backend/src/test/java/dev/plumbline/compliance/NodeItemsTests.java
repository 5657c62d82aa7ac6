package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.compliance.NodeReport.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeItemsTests {

  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String KUBELET = "cis-1.12/4.1.5";

  @Test
  void theWorstNodeDecidesAndIsNamed() {
    var standing =
        at(List.of("n1", "n2"), report("n1", 1, Answer.PASS), report("n2", 1, Answer.FAIL));
    assertThat(standing.state()).isEqualTo(Evidence.State.FAILS);
    assertThat(standing.detail()).isEqualTo("fails on n2");
    assertThat(standing.tally().passed()).isEqualTo(1);
  }

  @Test
  void aNodeWithoutAResultKeepsThePassBack() {
    var standing = at(List.of("n1", "n2"), report("n1", 1, Answer.PASS));
    assertThat(standing.state()).isEqualTo(Evidence.State.NOT_JUDGED);
    assertThat(standing.detail()).isEqualTo("no result of n2");
    assertThat(at(List.of("n1"), report("n1", 1, Answer.PASS)).state())
        .isEqualTo(Evidence.State.PASSES);
  }

  @Test
  void anOldResultIsStaleAndANewerOneCounts() {
    assertThat(at(List.of("n1"), report("n1", 31, Answer.PASS)).detail())
        .isEqualTo("the result of n1 is 31 days old");
    assertThat(
            at(List.of("n1"), report("n1", 31, Answer.FAIL), report("n1", 2, Answer.PASS)).state())
        .isEqualTo(Evidence.State.PASSES);
  }

  @Test
  void whatTheToolLeavesToPeopleIsNotJudged() {
    assertThat(at(List.of("n1"), report("n1", 1, Answer.WARN)).state())
        .isEqualTo(Evidence.State.NOT_JUDGED);
  }

  @Test
  void nothingIsSaidWithoutAReport() {
    assertThat(items(List.of("n1")).of(List.of(KUBELET))).isEmpty();
  }

  @Test
  void aNodeControlOfTheBenchmarkFollowsTheReports() {
    var evaluator = new ControlEvaluator(World.FRAMEWORKS, List.of());
    var framework = World.FRAMEWORKS.find("cis-1.12").orElseThrow();
    var cluster =
        new ClusterEvidence(World.CLUSTER, "kubeadm", "v1.33.0", Map.of())
            .on(items(List.of("n1"), report("n1", 1, Answer.FAIL)));
    var standing = evaluator.standing(framework, cluster, AttestationBook.EMPTY);
    assertThat(standing.control("4.1.5").orElseThrow().status()).isEqualTo(ControlStatus.FAIL);
    assertThat(standing.control("4.1.6").orElseThrow().status()).isEqualTo(ControlStatus.UNKNOWN);
  }

  private static NodeStanding at(List<String> nodes, NodeReport... reports) {
    return items(nodes, reports).of(List.of(KUBELET)).orElseThrow();
  }

  private static NodeItems items(List<String> nodes, NodeReport... reports) {
    return NodeItems.of(World.FRAMEWORKS.nodeEditions(), List.of(reports), nodes, List.of(), NOW);
  }

  private static NodeReport report(String node, int daysOld, Answer answer) {
    return new NodeReport(
        UUID.randomUUID(),
        World.CLUSTER,
        node,
        "cis-1.12",
        NOW.minus(Duration.ofDays(daysOld)),
        "somebody",
        new TreeMap<>(Map.of("4.1.5", answer)));
  }
}
