package dev.plumbline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Score;
import dev.plumbline.check.Score.Fraction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Properties of the bridge, each over many made-up histories of a cluster. */
class ScoreBridgeTests {

  private static final int ROUNDS = 400;
  private static final int LOOKS = 6;

  @Test
  void addsUpExactlyToTheDifferenceOfTheScores() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var history = history(seed, EnumSet.allOf(MadeUpCluster.Event.class));
      var bridge = history.bridge();
      assertThat(bridge.before()).isEqualTo(history.score(0));
      assertThat(bridge.after()).isEqualTo(history.score(LOOKS - 1));
      Fraction sum =
          bridge.steps().stream()
              .map(ScoreBridge.Step::points)
              .reduce(Fraction.ZERO, Fraction::plus);
      assertThat(sum).isEqualTo(bridge.difference());
      bridge.steps().forEach(ScoreBridgeTests::checksAddUp);
    }
  }

  private static void checksAddUp(ScoreBridge.Step step) {
    Fraction sum =
        step.checks().stream().map(ScoreBridge.Share::points).reduce(Fraction.ZERO, Fraction::plus);
    assertThat(sum).isEqualTo(step.points());
  }

  @Test
  void keepsEveryMoveSoThatNothingIsLeftUntold() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var history = history(seed, EnumSet.allOf(MadeUpCluster.Event.class));
      assertThat(history.bridge().step(Cause.UNTOLD)).isEmpty();
    }
  }

  @Test
  void namesNoCauseThatWasNotThere() {
    for (var event : MadeUpCluster.Event.values()) {
      for (int seed = 0; seed < ROUNDS / 4; seed++) {
        var others = EnumSet.allOf(MadeUpCluster.Event.class);
        others.remove(event);
        assertThat(history(seed, others).bridge().step(event.cause()))
            .as("%s without %s, seed %s", event.cause(), event, seed)
            .isEmpty();
      }
    }
  }

  @Test
  void losesByFailuresAndWinsByFixes() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var bridge = history(seed, EnumSet.allOf(MadeUpCluster.Event.class)).bridge();
      bridge
          .step(Cause.FOUND)
          .ifPresent(step -> assertThat(step.points()).isLessThanOrEqualTo(Fraction.ZERO));
      bridge
          .step(Cause.MENDED)
          .ifPresent(step -> assertThat(step.points()).isGreaterThanOrEqualTo(Fraction.ZERO));
    }
  }

  @Test
  void saysOnlyNewFailuresWhereNothingElseHappened() {
    var bridge = history(3, Set.of(MadeUpCluster.Event.BREAK)).bridge();
    assertThat(bridge.steps()).extracting(ScoreBridge.Step::cause).containsExactly(Cause.FOUND);
    assertThat(bridge.steps().getFirst().points()).isEqualTo(bridge.difference());
  }

  @Test
  void isEmptyBetweenLikeLooks() {
    assertThat(history(1, Set.of()).bridge().steps()).isEmpty();
  }

  @Test
  void tellsTheOtherWayRoundWithOppositeAmounts() {
    var there = history(9, EnumSet.allOf(MadeUpCluster.Event.class)).bridge();
    var back = there.reversed();
    assertThat(back.before()).isEqualTo(there.after());
    assertThat(back.difference().plus(there.difference())).isEqualTo(Fraction.ZERO);
  }

  @Test
  void saysUntoldWhereNoMovesWereKept() {
    var history = history(9, EnumSet.allOf(MadeUpCluster.Event.class));
    var bridge = ScoreBridge.between(history.lines(0), List.of(), history.lines(LOOKS - 1));
    assertThat(bridge.steps()).extracting(ScoreBridge.Step::cause).containsOnly(Cause.UNTOLD);
    assertThat(bridge.after()).isEqualTo(history.score(LOOKS - 1));
  }

  @Test
  void meansAddUpOverClustersThatComeAndLapse() {
    for (int seed = 0; seed < ROUNDS / 4; seed++) {
      var one = history(seed, EnumSet.allOf(MadeUpCluster.Event.class)).bridge();
      var two = history(seed + 1000, EnumSet.allOf(MadeUpCluster.Event.class)).bridge();
      var lapsed = two.lapsed(false, true);
      Fraction before = one.before().plus(two.before()).times(Fraction.of(1, 2));
      Fraction after = one.after().plus(Fraction.of(50, 1)).times(Fraction.of(1, 3));
      var mean = ScoreBridge.mean(List.of(one, lapsed), before, after, 2);
      assertThat(
              mean.steps().stream()
                  .map(ScoreBridge.Step::points)
                  .reduce(Fraction.ZERO, Fraction::plus))
          .isEqualTo(after.minus(before));
    }
  }

  private static History history(int seed, Set<MadeUpCluster.Event> events) {
    var cluster = new MadeUpCluster(new Random(seed));
    var looks = new ArrayList<Assessment>();
    var moves = new ArrayList<Move>();
    looks.add(cluster.look());
    for (int look = 1; look < LOOKS; look++) {
      events.forEach(cluster::happens);
      var before = cluster.before();
      looks.add(cluster.look());
      moves.addAll(Steps.of(new UUID(0, look), before, looks.getLast()));
    }
    return new History(looks, moves);
  }

  private record History(List<Assessment> looks, List<Move> moves) {

    List<Score.Line> lines(int look) {
      return looks.get(look).score().lines();
    }

    Fraction score(int look) {
      return looks.get(look).score().value().orElse(Fraction.ZERO);
    }

    ScoreBridge bridge() {
      return ScoreBridge.between(lines(0), moves, lines(looks.size() - 1));
    }
  }
}
