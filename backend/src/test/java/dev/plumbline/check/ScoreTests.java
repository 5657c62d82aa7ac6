package dev.plumbline.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Score.Fraction;
import dev.plumbline.check.Score.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Properties of the score, each over a few thousand made-up assessments. */
class ScoreTests {

  private static final int ROUNDS = 2_000;
  private static final Fraction HUNDRED = Fraction.of(100, 1);

  @Test
  void weighsPassedSharesBySeverity() {
    var score =
        Score.of(
            List.of(
                assessed("a", Severity.CRITICAL, new Tally(1, 1, 0, 0)),
                assessed("b", Severity.LOW, new Tally(3, 0, 5, 0)),
                assessed("c", Severity.INFO, new Tally(0, 9, 0, 0))));
    assertThat(score.value()).contains(Fraction.of(600, 11));
    assertThat(score.coverage()).contains(Fraction.ONE);
  }

  @Test
  void countsAnUnreadKindAsNothing() {
    CheckResult both = result("a", Severity.HIGH, new Tally(4, 0, 0, 0), new Tally(2, 2, 0, 0));
    assertThat(Score.of(List.of(both)).value()).contains(Fraction.of(75, 1));
    Score half = Score.of(List.of(unread(both, "Role")));
    assertThat(half.value()).contains(Fraction.of(25, 1));
    assertThat(half.coverage()).contains(Fraction.of(1, 2));
    assertThat(half.potential()).contains(Fraction.of(75, 1));
  }

  @Test
  void leavesAnEmptyKindOutOfTheMean() {
    CheckResult one = result("a", Severity.HIGH, new Tally(1, 1, 0, 0), Tally.NONE);
    assertThat(Score.of(List.of(one)).value()).contains(Fraction.of(50, 1));
  }

  @Test
  void leavesOutWhatIsEmptyOrHiddenButNotWhatIsUnknown() {
    CheckResult good = assessed("a", Severity.LOW, new Tally(1, 0, 0, 0));
    CheckResult other = assessed("b", Severity.LOW, new Tally(1, 0, 0, 0));
    assertThat(Score.of(List.of(good, in(other, State.EMPTY))).value()).contains(HUNDRED);
    assertThat(Score.of(List.of(good, in(other, State.NOT_APPLICABLE))).value()).contains(HUNDRED);
    assertThat(Score.of(List.of(good, in(other, State.UNKNOWN))).value())
        .contains(Fraction.of(50, 1));
  }

  @Test
  void isNotAssessedWhenNothingCould() {
    CheckResult check = assessed("a", Severity.HIGH, new Tally(1, 0, 0, 0));
    assertThat(Score.of(List.of()).value()).isEmpty();
    assertThat(Score.of(List.of(in(check, State.EMPTY))).value()).isEmpty();
    assertThat(Score.of(List.of(in(check, State.EMPTY))).coverage()).isEmpty();
    assertThat(Score.of(List.of(in(check, State.UNKNOWN))).value()).isEmpty();
    assertThat(Score.of(List.of(in(check, State.UNKNOWN))).coverage()).contains(Fraction.ZERO);
  }

  @Test
  void canBeTakenOverSomeChecksOnly() {
    CheckResult good = assessed("a", Severity.LOW, new Tally(1, 0, 0, 0));
    CheckResult bad = assessed("b", Severity.LOW, new Tally(0, 1, 0, 0));
    assertThat(Score.of(List.of(good, bad), check -> check.id().equals("a")).value())
        .contains(HUNDRED);
  }

  @Test
  void staysWithinItsBounds() {
    each(results -> {
      Score score = Score.of(results);
      score.value().ifPresent(value -> between(value, Fraction.ZERO, HUNDRED));
      score.coverage().ifPresent(covered -> between(covered, Fraction.ZERO, Fraction.ONE));
      Fraction value = score.value().orElse(Fraction.ZERO);
      score.potential().ifPresent(potential -> between(potential, value, HUNDRED));
    });
  }

  @Test
  void hasReceiptsThatAddUp() {
    each(results -> {
      Score score = Score.of(results);
      assertThat(sum(score, score::points)).isEqualTo(score.value().orElse(Fraction.ZERO));
      Fraction all = sum(score, score::points).plus(sum(score, score::lost));
      all = all.plus(sum(score, score::open));
      assertThat(all).isEqualTo(score.coverage().isEmpty() ? Fraction.ZERO : HUNDRED);
    });
  }

  @Test
  void neverFallsWhenAFailureIsMended() {
    changed(ScoreTests::mended, (before, after) -> between(before, Fraction.ZERO, after));
  }

  @Test
  void neverRisesWhenAKindIsLost() {
    changed(
        result -> unread(result, "Role"), (before, after) -> between(after, Fraction.ZERO, before));
  }

  @Test
  void neverRisesWhenACheckBecomesUnknown() {
    changed(
        result -> in(result, State.UNKNOWN),
        (before, after) -> between(after, Fraction.ZERO, before));
  }

  @Test
  void neverRisesWhenAnObjectCannotBeJudged() {
    changed(
        result -> with(result, tally -> moved(tally, false)),
        (before, after) -> between(after, Fraction.ZERO, before));
    changed(
        result -> with(result, tally -> moved(tally, true)),
        (before, after) -> between(after, Fraction.ZERO, before));
  }

  @Test
  void doesNotDependOnAnyOrder() {
    var random = new Random(11);
    each(results -> {
      var shuffled = new ArrayList<>(results);
      Collections.shuffle(shuffled, random);
      assertThat(Score.of(shuffled).value()).isEqualTo(Score.of(results).value());
    });
  }

  private interface Comparison {
    void holds(Fraction before, Fraction after);
  }

  /** Not assessed counts as the lowest score of all. */
  private static void changed(UnaryOperator<CheckResult> change, Comparison comparison) {
    var random = new Random(7);
    each(results -> {
      int chosen = random.nextInt(results.size());
      var after = new ArrayList<>(results);
      after.set(chosen, change.apply(results.get(chosen)));
      comparison.holds(
          Score.of(results).value().orElse(Fraction.ZERO),
          Score.of(after).value().orElse(Fraction.ZERO));
    });
  }

  private static void each(Consumer<List<CheckResult>> property) {
    var random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      var results = new ArrayList<CheckResult>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        results.add(any("check-" + i, random));
      }
      property.accept(results);
    }
  }

  private static CheckResult any(String id, Random random) {
    Severity severity = Severity.values()[random.nextInt(Severity.values().length)];
    CheckResult result = result(id, severity, tally(random), tally(random));
    CheckResult read = random.nextInt(4) == 0 ? unread(result, "Role") : result;
    boolean empty = read.unread().isEmpty() && read.tally().concerned() == 0;
    State state = random.nextInt(5) == 0 ? State.UNKNOWN : State.ASSESSED;
    return in(read, empty ? State.EMPTY : state);
  }

  private static Tally tally(Random random) {
    return random.nextInt(4) == 0
        ? Tally.NONE
        : new Tally(random.nextInt(5), random.nextInt(5), random.nextInt(3), random.nextInt(3));
  }

  private static CheckResult mended(CheckResult result) {
    return with(
        result,
        tally ->
            tally.failed() == 0
                ? tally
                : new Tally(
                    tally.passed() + 1,
                    tally.failed() - 1,
                    tally.notApplicable(),
                    tally.unknown()));
  }

  /** One object that passed, or failed, is not judged any more. */
  private static Tally moved(Tally tally, boolean passed) {
    if ((passed ? tally.passed() : tally.failed()) == 0) {
      return tally;
    }
    return new Tally(
        tally.passed() - (passed ? 1 : 0),
        tally.failed() - (passed ? 0 : 1),
        tally.notApplicable(),
        tally.unknown() + 1);
  }

  private static CheckResult with(CheckResult result, UnaryOperator<Tally> change) {
    var kinds = new HashMap<>(result.kinds());
    kinds.computeIfPresent("Role", (kind, tally) -> change.apply(tally));
    return new CheckResult(result.check(), result.state(), "", List.of(), kinds, result.unread());
  }

  private static CheckResult unread(CheckResult result, String kind) {
    boolean judged = result.kinds().getOrDefault("ClusterRole", Tally.NONE).judged() > 0;
    State state = judged && result.state() == State.ASSESSED ? State.ASSESSED : State.UNKNOWN;
    return new CheckResult(result.check(), state, "", List.of(), result.kinds(), List.of(kind));
  }

  private static CheckResult in(CheckResult result, State state) {
    return new CheckResult(result.check(), state, "", List.of(), result.kinds(), result.unread());
  }

  private static CheckResult assessed(String id, Severity severity, Tally tally) {
    return result(id, severity, tally, Tally.NONE);
  }

  private static CheckResult result(String id, Severity severity, Tally roles, Tally others) {
    return new CheckResult(
        check(id, severity),
        State.ASSESSED,
        "",
        List.of(),
        Map.of("Role", roles, "ClusterRole", others),
        List.of());
  }

  private static Check check(String id, Severity severity) {
    List<String> kinds = List.of("Role", "ClusterRole");
    return new Check(
        id,
        "rbac",
        "t",
        severity,
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

  private static Fraction sum(Score score, Function<Line, Fraction> part) {
    return score.lines().stream().map(part).reduce(Fraction.ZERO, Fraction::plus);
  }

  private static void between(Fraction value, Fraction low, Fraction high) {
    assertThat(value).isGreaterThanOrEqualTo(low).isLessThanOrEqualTo(high);
  }
}
