package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Cost;
import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Rehearsal;
import dev.plumbline.check.Trial;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an own check costs, and the fixtures it brings along. */
class RehearsalTests {

  private static final List<Fact> FACTS = AllFacts.list();
  private static final CelWorkshop WORKSHOP =
      new CelWorkshop(
          CheckFolders.load(), FACTS, new Vocabulary(FACTS), EngineConfiguration.own(FACTS));
  private static final String GOOD =
      CelWorkshopTests.yaml("[configMap].filter(c, !has(c.immutable))");

  @Test
  void saysWhatTheCostliestObjectTook() {
    Cost even = trial("[configMap].filter(c, !has(c.immutable))").cost();
    assertThat(even.most()).isPositive().isLessThan(even.steps() / 50);
    assertThat(even.allowedEach()).isEqualTo(Cost.EACH);
    String ten = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
    String thousand = ten + ".exists(i, " + ten + ".exists(j, " + ten + ".exists(k, k < 0)))";
    Cost odd =
        trial("[configMap].filter(c, c.metadata.name == 'map-7' && " + thousand + ")").cost();
    assertThat(odd.most()).isBetween(1000L, 10_000L).isGreaterThan(odd.steps() / 2);
  }

  @Test
  void fixturesHoldWhereTheCheckSaysWhatTheyAnnounce() {
    Rehearsal rehearsal = rehearsal(GOOD, "# ! is mutable", "immutable: true");
    assertThat(rehearsal.problems()).isEmpty();
    assertThat(rehearsal.offences()).isEqualTo(1);
    assertThat(rehearsal.passed()).isEqualTo(1);
    assertThat(rehearsal.cost().steps()).isPositive().isLessThan(Cost.FIXTURES);
    assertThat(rehearsal.cost().most()).isPositive();
    assertThat(WORKSHOP.rehearse(WORKSHOP.read("own-x", GOOD), GOOD)).isEmpty();
  }

  @Test
  void fixturesThatDoNotHoldSayWhere() {
    assertThat(rehearsal(GOOD, "# ! is quite mutable", "immutable: true").problems())
        .containsExactly(
            "fail: announced, but not found: is quite mutable",
            "fail: found, but not announced: is mutable");
    assertThat(rehearsal(GOOD, "# nothing", "data: {}").problems())
        .containsExactly(
            "fail: found, but not announced: is mutable",
            "fail: announces nothing; write # ! and the message above what offends",
            "pass: found, but not announced: is mutable",
            "pass: holds nothing that passes");
  }

  @Test
  void fixturesSayWhatCannotBeJudged() {
    String fails = CelWorkshopTests.yaml("[configMap].filter(c, 1 / 0 == 1)");
    assertThat(rehearsal(fails, "# ! is mutable", "immutable: true").problems())
        .contains("fail: announced, but not found: is mutable", "pass: holds nothing that passes")
        .anySatisfy(one -> assertThat(one).startsWith("fail: ConfigMap a cannot be judged: "));
    assertThat(rehearsal(fails, "# ? line 1, column 25", "immutable: true").problems())
        .noneMatch(one -> one.startsWith("fail: ConfigMap a cannot be judged"));
  }

  @Test
  void fixturesThatNeverEndDoNotHold() {
    String forever = "[[1]]" + ".map(a, [a, a, a, a])".repeat(12) + ".exists(a, a == a.map(x, x))";
    String yaml = CelWorkshopTests.yaml("[configMap].filter(c, " + forever + ")");
    Rehearsal rehearsal = rehearsal(yaml, "# ! is mutable", "immutable: true");
    assertThat(rehearsal.holds()).isFalse();
    assertThat(rehearsal.cost().steps()).isLessThan(2 * Cost.FIXTURES);
    assertThat(rehearsal.problems()).anySatisfy(one -> assertThat(one).contains("cost limit"));
  }

  @Test
  void mistakesInFixturesAreNamedWithLineAndColumn() {
    Flaw flaw = flaw("fail: |\n  kind: ConfigMap\n  metadata: {name: a\n");
    assertThat(flaw.field()).isEqualTo("fail");
    assertThat(flaw.line()).isPositive();
    assertThat(flaw.fileLine()).isBetween(12, 14);
    assertThat(flaw.detail()).startsWith("is not YAML");
    Flaw anchor = flaw("fail: |\n  a: &x [1]\n  b: *x\n");
    assertThat(anchor.detail()).isEqualTo("refers to an anchor");
    assertThat(anchor.line()).isEqualTo(2);
    assertThat(flaw("pass: |\n  " + "[".repeat(60) + "\n").detail())
        .isEqualTo("is nested too deeply");
    assertThat(flaw("pass: |\n  just words\n").detail()).isEqualTo("holds no object");
    assertThat(flaw("pass: |\n  kind: ConfigMap\n").detail()).startsWith("holds an object without");
  }

  private static Rehearsal rehearsal(String check, String announced, String more) {
    String yaml =
        check
            + """
            fail: |
              %s
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: a}
            pass: |
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: b}
              %s
            """
                .formatted(announced, more);
    return WORKSHOP.rehearse(WORKSHOP.read("own-x", yaml), yaml).orElseThrow();
  }

  private static Flaw flaw(String fixtures) {
    try {
      WORKSHOP.read("own-x", GOOD + fixtures);
      throw new AssertionError("is accepted");
    } catch (FlawedCheck e) {
      return e.flaws().getFirst();
    }
  }

  private static Trial trial(String offenders) {
    String manifests =
        IntStream.range(0, 100)
            .mapToObj(n -> "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map-" + n + "}\n")
            .collect(Collectors.joining("---\n"));
    return WORKSHOP.tryOut(
        WORKSHOP.read("own-x", CelWorkshopTests.yaml(offenders)), Manifests.snapshot(manifests));
  }
}
