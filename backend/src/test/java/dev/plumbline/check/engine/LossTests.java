package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Coverage.State;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.ServerVersion;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All checks and facts over made-up clusters: knowing less never looks better. */
class LossTests {

  private static final int CLUSTERS = 12;
  private static CelEvaluator evaluator = null;

  @BeforeAll
  static void compile() {
    List<Fact> facts = AllFacts.list();
    evaluator = new CelEvaluator(CheckFolders.load(), facts, EngineConfiguration.compiler(facts));
  }

  @Test
  void aKindThatIsLostNeverRaisesTheScore() {
    for (int seed = 0; seed < CLUSTERS; seed++) {
      Snapshot whole = cluster(seed);
      Fraction before = score(whole);
      for (Kind kind : kinds(whole)) {
        List<KubeObject> left =
            whole.objects().stream().filter(o -> !o.key().kind().equals(kind)).toList();
        Snapshot after = with(whole, left, kind, State.FORBIDDEN);
        assertThat(score(after)).as("without %s, seed %d", kind, seed).isLessThanOrEqualTo(before);
      }
    }
  }

  @Test
  void aListThatIsCutNeverRaisesTheScore() {
    for (int seed = 0; seed < CLUSTERS; seed++) {
      Snapshot whole = cluster(seed);
      Fraction before = score(whole);
      var random = new Random(seed);
      for (Kind kind : kinds(whole)) {
        List<KubeObject> left =
            whole.objects().stream()
                .filter(o -> !o.key().kind().equals(kind) || random.nextBoolean())
                .toList();
        Snapshot after = with(whole, left, kind, State.PARTIAL);
        assertThat(score(after)).as("cut %s, seed %d", kind, seed).isLessThanOrEqualTo(before);
      }
    }
  }

  @Test
  void theOrderOfObjectsDoesNotMatter() {
    for (int seed = 0; seed < CLUSTERS; seed++) {
      Snapshot whole = cluster(seed);
      var shuffled = new ArrayList<>(whole.objects());
      Collections.shuffle(shuffled, new Random(seed));
      Snapshot after = Manifests.snapshot(shuffled, whole.coverage());
      var different = new TreeSet<>(verdicts(after));
      different.removeAll(verdicts(whole));
      assertThat(different).as("seed %d", seed).isEmpty();
      assertThat(score(after)).isEqualTo(score(whole));
    }
  }

  @Test
  void nothingReadIsNotAssessed() {
    var nothing =
        new Snapshot(Instant.EPOCH, ServerVersion.UNKNOWN, new Coverage(Map.of()), List.of());
    assertThat(evaluator.evaluate(nothing).score().value()).isEmpty();
  }

  private static Fraction score(Snapshot snapshot) {
    return evaluator.evaluate(snapshot).score().value().orElse(Fraction.ZERO);
  }

  private static Set<String> verdicts(Snapshot snapshot) {
    Assessment assessment = evaluator.evaluate(snapshot);
    return assessment.results().stream()
        .flatMap(result -> result.verdicts().stream().map(v -> result.check().id() + " " + v))
        .collect(Collectors.toSet());
  }

  private static Collection<Kind> kinds(Snapshot snapshot) {
    return snapshot.objects().stream().map(o -> o.key().kind()).distinct().toList();
  }

  private static Snapshot with(Snapshot whole, List<KubeObject> objects, Kind kind, State state) {
    var readings = new HashMap<>(whole.coverage().readings());
    readings.put(kind, new Reading(state, 0, "list " + kind + " is forbidden"));
    return Manifests.snapshot(objects, new Coverage(readings));
  }

  private static Snapshot cluster(int seed) {
    var readings = new HashMap<Kind, Reading>();
    RandomCluster.KINDS.forEach(kind -> readings.put(kind, new Reading(State.COMPLETE, 0, "")));
    return Manifests.snapshot(
        Manifests.objects(new RandomCluster(seed).manifests()), new Coverage(readings));
  }
}
