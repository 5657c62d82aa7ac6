package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Severity;
import dev.plumbline.inventory.collect.Dumps;
import dev.plumbline.inventory.collect.Upload;
import dev.plumbline.testing.PlumblineTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;

@PlumblineTest
@EnabledIfEnvironmentVariable(
    named = "PLUMBLINE_SHARED",
    matches = ".+",
    disabledReason = "PLUMBLINE_SHARED does not name the folder that holds data/cluster")
class RecordedClusterIntegrationTests {

  @Autowired Evaluator engine;
  @Autowired ControlEvaluator controls;

  @Test
  void noControlOfARealClusterIsBetterThanItsChecks() throws IOException {
    Assessment assessment = assessment();
    Map<String, CheckResult> results =
        assessment.results().stream()
            .collect(Collectors.toMap(result -> result.check().id(), Function.identity()));
    var evidence = ClusterEvidence.of(World.CLUSTER, "v1.33.0", assessment);
    for (Framework framework : Frameworks.shipped().all()) {
      var standing = controls.standing(framework, evidence, AttestationBook.EMPTY);
      assertThat(standing.counts().total()).isEqualTo(framework.controls().size());
      assertThat(standing.counts().fail()).isPositive();
      standing.controls().forEach(control -> demand(framework, control, results));
    }
  }

  private static void demand(
      Framework framework, ControlStanding control, Map<String, CheckResult> results) {
    List<CheckResult> wanted =
        control.evidence().stream()
            .filter(Evidence::built)
            .map(evidence -> Objects.requireNonNull(results.get(evidence.id())))
            .toList();
    switch (control.status()) {
      case PASS ->
          assertThat(wanted)
              .isNotEmpty()
              .noneMatch(result -> fails(framework, result))
              .allMatch(result -> result.tally().unknown() == 0)
              .noneMatch(result -> result.state() == CheckResult.State.UNKNOWN);
      case FAIL -> assertThat(wanted).anyMatch(result -> result.tally().failed() > 0);
      case UNKNOWN -> assertThat(wanted).noneMatch(result -> fails(framework, result));
      case NOT_APPLICABLE ->
          assertThat(wanted)
              .allMatch(result -> result.tally().passed() == 0 && result.tally().failed() == 0);
      default -> assertThat(control.kind()).isNotEqualTo(ControlKind.EVIDENCE);
    }
  }

  /** Information is noted in a regulation, where anything that weighs was judged beside it. */
  private static boolean fails(Framework framework, CheckResult result) {
    boolean noted =
        framework.type() == Framework.Type.REGULATION && result.check().severity() == Severity.INFO;
    return result.tally().failed() > 0 && !noted;
  }

  private Assessment assessment() throws IOException {
    var folder = Path.of(Objects.requireNonNull(System.getenv("PLUMBLINE_SHARED")), "data/cluster");
    try (var files = Files.list(folder)) {
      var uploads = files.sorted().map(RecordedClusterIntegrationTests::upload).toList();
      return engine.evaluate(Dumps.read(uploads, Instant.parse("2026-11-22T08:00:00Z")).snapshot());
    }
  }

  private static Upload upload(Path file) {
    try {
      return new Upload(file.getFileName().toString(), Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
