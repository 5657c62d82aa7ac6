package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Reason;
import dev.plumbline.check.Score;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All checks over the recording of a real cluster. */
class RecordedClusterVerdictsTests {

  private static Assessment assessment = new Assessment("", "", List.of(), Score.of(List.of()));

  @BeforeAll
  static void evaluate() {
    Snapshot snapshot = Recording.snapshot();
    List<Fact> facts = AllFacts.list();
    assessment =
        new CelEvaluator(CheckFolders.load(), facts, EngineConfiguration.compiler(facts))
            .evaluate(snapshot);
  }

  @Test
  void noExpressionFails() {
    var errors = new TreeMap<String, String>();
    for (CheckResult result : assessment.results()) {
      for (var verdict : result.verdicts()) {
        if (verdict.outcome() instanceof Outcome.Unknown unknown
            && unknown.reason() == Reason.ERROR) {
          errors.put(result.check().id(), verdict.subject() + ": " + unknown.detail());
        }
      }
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void whatIsUnknownSaysWhy() {
    var unknown = new TreeMap<String, String>();
    assessment.results().stream()
        .filter(result -> result.state() == State.UNKNOWN)
        .forEach(result -> unknown.put(result.check().id(), result.detail()));
    assertThat(unknown.values()).noneMatch(String::isBlank);
  }

  @Test
  void theControlPlaneOfThisClusterIsSeen() {
    assertThat(assessment.distribution()).isEqualTo("kubeadm");
    assertThat(assessment.results())
        .filteredOn(result -> result.check().id().equals("anonymous-auth"))
        .singleElement()
        .satisfies(result -> assertThat(result.tally().failed()).isEqualTo(1));
  }
}
