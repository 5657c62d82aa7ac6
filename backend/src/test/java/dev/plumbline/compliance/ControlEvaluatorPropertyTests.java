package dev.plumbline.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Score;
import dev.plumbline.check.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlEvaluatorPropertyTests {

  private static final int ROUNDS = 40;
  private static final List<Check> CHECKS = new ArrayList<>();

  private final ControlEvaluator evaluator = new ControlEvaluator(World.FRAMEWORKS, CHECKS);

  @BeforeAll
  static void everyThirdConceptAndEveryOtherCisItemHasACheck() {
    CHECKS.clear();
    var concepts = List.copyOf(World.FRAMEWORKS.concepts());
    var items = World.framework("cis-1.12").controls();
    IntStream.range(0, concepts.size())
        .filter(at -> at % 3 != 0)
        .mapToObj(at ->
            World.check(concepts.get(at).id(), "cis-1.12/" + items.get(at * 2 % items.size()).id()))
        .forEach(CHECKS::add);
  }

  static List<Framework> frameworks() {
    return List.copyOf(World.FRAMEWORKS.all());
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void losingAResultNeverMakesAPassNorRaisesTheScore(Framework framework) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var results = results(random);
      var less = new ArrayList<>(results);
      int at = random.nextInt(less.size());
      if (random.nextBoolean()) {
        less.remove(at);
      } else {
        less.set(at, World.unknown(less.get(at).check()));
      }
      assertNoBetter(stand(framework, results), stand(framework, less));
    }
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void theOrderOfResultsAndChecksDoesNotMatter(Framework framework) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var results = results(random);
      var shuffled = new ArrayList<>(results);
      Collections.shuffle(shuffled, random);
      assertThat(stand(framework, shuffled)).isEqualTo(stand(framework, results));
    }
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void mendingACheckNeverWorsensAControlNorLowersTheScore(Framework framework) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var results = results(random);
      int at = random.nextInt(results.size());
      results.set(at, World.failing(results.get(at).check()));
      var before = stand(framework, results);
      results.set(at, World.passing(results.get(at).check()));
      var after = stand(framework, results);
      assertThat(after.counts().fail()).isLessThanOrEqualTo(before.counts().fail());
      assertThat(after.counts().pass()).isGreaterThanOrEqualTo(before.counts().pass());
      if (framework.scored()) {
        assertThat(score(after)).isGreaterThanOrEqualTo(score(before));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("frameworks")
  void everyControlStandsSomewhereExactlyOnce(Framework framework) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var standing = stand(framework, results(new Random(seed)));
      assertThat(standing.counts().total()).isEqualTo(framework.controls().size());
    }
  }

  private void assertNoBetter(FrameworkStanding before, FrameworkStanding after) {
    for (int at = 0; at < before.controls().size(); at++) {
      if (before.controls().get(at).status() != ControlStatus.PASS) {
        assertThat(after.controls().get(at).status()).isNotEqualTo(ControlStatus.PASS);
      }
    }
    if (before.framework().scored()) {
      assertThat(score(after)).isLessThanOrEqualTo(score(before));
    }
  }

  private static Score.Fraction score(FrameworkStanding standing) {
    return World.value(Objects.requireNonNull(standing.score()));
  }

  private FrameworkStanding stand(Framework framework, List<CheckStanding> results) {
    return evaluator.standing(framework, World.cluster("kubeadm", results), AttestationBook.EMPTY);
  }

  private static List<CheckStanding> results(Random random) {
    var results = new ArrayList<CheckStanding>();
    for (Check check : CHECKS) {
      results.add(result(check.id(), random));
    }
    return results;
  }

  private static CheckStanding result(String id, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> World.failing(id);
      case 1 -> World.unknown(id);
      case 2 -> World.empty(id);
      case 3 ->
          World.standing(
              id,
              CheckResult.State.ASSESSED,
              new Tally(random.nextInt(5), random.nextInt(2), random.nextInt(2), 0));
      default -> World.passing(id);
    };
  }
}
