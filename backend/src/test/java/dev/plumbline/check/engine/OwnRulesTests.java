package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.ChangingCatalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Memory;
import dev.plumbline.check.catalogue.CheckFile;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnRulesTests {

  private static final Check SHIPPED = check("shipped", "[]");

  private final ChangingCatalogue catalogue = new ChangingCatalogue(of("1"));
  private final CelEvaluator evaluator =
      new CelEvaluator(catalogue, List.of(), EngineConfiguration.compiler(List.of()));

  @Test
  void judgesByWhatTheCatalogueHoldsAtThatMoment() {
    assertThat(states()).isEqualTo(Map.of("shipped", State.ASSESSED));
    catalogue.become(
        of("2", check("own-name", "[configMap].filter(c, c.?metadata.?name.orValue('') == 'a')")));
    assertThat(states()).isEqualTo(Map.of("shipped", State.ASSESSED, "own-name", State.ASSESSED));
    assertThat(evaluate().rulePack()).isEqualTo("2");
    assertThat(failed()).isEqualTo(1);
    catalogue.become(
        of("3", check("own-name", "[configMap].filter(c, c.?metadata.?name.orValue('') == 'b')")));
    assertThat(failed()).isZero();
    catalogue.become(of("1"));
    assertThat(states()).isEqualTo(Map.of("shipped", State.ASSESSED));
  }

  @Test
  void isUnknownWhereAnOwnCheckNoLongerCompiles() {
    catalogue.become(of("2", check("own-gone", "configMap.noSuchField")));
    assertThat(states()).isEqualTo(Map.of("shipped", State.ASSESSED, "own-gone", State.UNKNOWN));
    var broken = evaluate().results().getFirst();
    assertThat(broken.detail()).contains("does not compile with this version");
    assertThat(evaluate().score().coverage().orElseThrow().doubleValue()).isEqualTo(0.5);
  }

  /** A copy is kept to sizes, here without the space at the end, so it says something else. */
  @Test
  void takesNothingOverFromAnOwnCopyOfAShippedCheck() {
    Check shipped = check("shipped", "[configMap]", "found ");
    Check copy = check("own-copy", "[configMap]", "found ");
    Catalogue both = Catalogue.of(List.of(copy, shipped), "1");
    var judging =
        new CelEvaluator(
            new ChangingCatalogue(both), List.of(), EngineConfiguration.compiler(List.of()));
    Assessment full = judging.evaluate(snapshot());
    assertThat(full.results().getFirst().verdicts())
        .isNotEqualTo(full.results().getLast().verdicts());
    Memory memory = judging.evaluate(snapshot(), Memory.EMPTY).memory();
    Evaluated again = judging.evaluate(snapshot(), memory);
    assertThat(again.assessment()).isEqualTo(full);
    assertThat(again.judged()).isEqualTo(1);
  }

  private Assessment evaluate() {
    return evaluator.evaluate(snapshot());
  }

  private long failed() {
    return evaluate().results().getFirst().tally().failed();
  }

  private Map<String, State> states() {
    return evaluate().results().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                result -> result.check().id(), result -> result.state()));
  }

  private static Catalogue of(String version, Check... own) {
    return Catalogue.of(Stream.concat(Stream.of(own), Stream.of(SHIPPED)).toList(), version);
  }

  private static Check check(String id, String offenders) {
    return check(id, offenders, "found");
  }

  private static Check check(String id, String offenders, String message) {
    return CheckFile.parse(
        "checks/some/" + id + "/check.yaml",
        """
        title: t
        severity: low
        objective: o
        why: w
        applies_to: [ConfigMap]
        needs: [ConfigMap]
        offenders: "%s"
        message: "'%s'"
        fix: {text: f}
        """
            .formatted(offenders, message));
  }

  private static Snapshot snapshot() {
    var objects =
        Manifests.objects("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: n}\n");
    var complete = new Reading(Coverage.State.COMPLETE, 1, "");
    return Manifests.snapshot(objects, new Coverage(Map.of(Kind.core("ConfigMap"), complete)));
  }
}
