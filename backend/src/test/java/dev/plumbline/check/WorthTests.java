package dev.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What failures hold back of a score, over a few thousand made-up results. */
class WorthTests {

  private static final int ROUNDS = 2_000;
  private static final List<Outcome.Offence> BAD = List.of(new Outcome.Offence("bad", false));
  private static final List<String> KINDS = List.of("Role", "ClusterRole");

  @Test
  void forgivingEveryFailureLeavesOnlyWhatIsUnknown() {
    each(result -> {
      Score score = Score.of(List.of(result));
      Score forgiven = score.forgiving(Map.of("c", forgiven(result, result.verdicts().size())));
      assertThat(forgiven.value().orElse(Fraction.ZERO))
          .isEqualTo(result.state() == State.ASSESSED ? judged(score) : value(score));
    });
  }

  @Test
  void theScoreWithExceptionsIsNeverBelowTheScoreAndNeverAboveWhatWasJudged() {
    var random = new Random(17);
    each(result -> {
      Score score = Score.of(List.of(result));
      int some = random.nextInt(result.verdicts().size() + 3);
      Fraction with = value(score.forgiving(Map.of("c", forgiven(result, some))));
      assertThat(with).isGreaterThanOrEqualTo(value(score));
      assertThat(with).isLessThanOrEqualTo(judged(score));
    });
  }

  @Test
  void moreIsNeverForgivenThanFailed() {
    var line = new Score.Line("c", 4, Fraction.of(1, 2), Fraction.of(1, 4));
    Score forgiven = new Score(List.of(line)).forgiving(Map.of("c", Fraction.of(9, 10)));
    assertThat(forgiven.value()).contains(Fraction.of(75, 1));
    assertThat(forgiven.coverage()).contains(Fraction.of(3, 4));
  }

  @Test
  void oneObjectOfManyIsWorthItsShare() {
    var tallies = Map.of("Role", new Tally(2, 2, 9, 0), "ClusterRole", new Tally(0, 1, 0, 0));
    var result = result(tallies, State.ASSESSED, List.of());
    assertThat(Worth.in(result).of("Role")).isEqualTo(Fraction.of(1, 8));
    assertThat(Worth.in(result).of("ClusterRole")).isEqualTo(Fraction.of(1, 2));
    assertThat(Worth.in(result).of("Pod")).isEqualTo(Fraction.ZERO);
  }

  @Test
  void aWorkloadCountsUnderTheOneWordOfItsCheck() {
    var subject = new ObjectKey(new Kind("apps", "Deployment"), "shop", "web");
    var result =
        new CheckResult(
            check(List.of("Workload")),
            State.ASSESSED,
            "",
            List.of(new Verdict(subject, new Outcome.Fail(BAD))),
            Map.of("Workload", new Tally(4, 1, 0, 0)),
            List.of());
    assertThat(Worth.in(result).of("Deployment")).isEqualTo(Fraction.of(1, 5));
  }

  @Test
  void whatWasNotReadToTheEndIsWorthNothing() {
    var tallies = Map.of("Role", new Tally(2, 2, 0, 0), "ClusterRole", new Tally(1, 1, 0, 0));
    var half = Worth.in(result(tallies, State.ASSESSED, List.of("Role")));
    assertThat(half.of("Role")).isEqualTo(Fraction.ZERO);
    assertThat(half.of("ClusterRole")).isEqualTo(Fraction.of(1, 4));
    assertThat(Worth.in(result(tallies, State.UNKNOWN, List.of())).of("Role"))
        .isEqualTo(Fraction.ZERO);
  }

  /** What the first failures of a result hold back. */
  private static Fraction forgiven(CheckResult result, int most) {
    var worth = Worth.in(result);
    return result.verdicts().stream()
        .filter(verdict -> verdict.outcome() instanceof Outcome.Fail)
        .limit(most)
        .map(verdict -> worth.of(verdict.subject().kind().name()))
        .reduce(Fraction.ZERO, Fraction::plus);
  }

  /** The score if all that was judged were in order. */
  private static Fraction judged(Score score) {
    return score.coverage().orElse(Fraction.ZERO).times(Fraction.of(100, 1));
  }

  private static Fraction value(Score score) {
    return score.value().orElse(Fraction.ZERO);
  }

  private static void each(Consumer<CheckResult> property) {
    var random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      var tallies = new HashMap<String, Tally>();
      KINDS.forEach(kind ->
          tallies.put(
              kind,
              new Tally(
                  random.nextInt(5), random.nextInt(5), random.nextInt(3), random.nextInt(3))));
      boolean judged = tallies.values().stream().anyMatch(tally -> tally.judged() > 0);
      State state = judged && random.nextInt(5) > 0 ? State.ASSESSED : State.UNKNOWN;
      List<String> unread = random.nextInt(4) == 0 ? List.of(KINDS.getFirst()) : List.of();
      property.accept(result(tallies, state, unread));
    }
  }

  private static CheckResult result(Map<String, Tally> tallies, State state, List<String> unread) {
    var verdicts = new ArrayList<Verdict>();
    tallies.forEach((kind, tally) -> {
      for (int i = 0; i < tally.failed(); i++) {
        verdicts.add(
            new Verdict(
                new ObjectKey(new Kind("rbac.authorization.k8s.io", kind), "shop", "r" + i),
                new Outcome.Fail(BAD)));
      }
    });
    return new CheckResult(check(KINDS), state, "", verdicts, tallies, unread);
  }

  private static Check check(List<String> kinds) {
    return new Check(
        "c",
        "rbac",
        "t",
        Severity.HIGH,
        "o",
        "w",
        kinds,
        kinds,
        List.of(),
        "[]",
        "''",
        new Check.Fix("f", ""),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        "");
  }
}
