package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult.State;
import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Trial;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Coverage.Reading;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObject;
import dev.plumbline.inventory.Manifests;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CelWorkshopTests {

  private static final List<Fact> FACTS = AllFacts.list();
  private static final Catalogue SHIPPED = CheckFolders.load();
  private static final CelWorkshop WORKSHOP =
      new CelWorkshop(SHIPPED, FACTS, new Vocabulary(FACTS), EngineConfiguration.own(FACTS));
  private static final String GOOD = yaml("[configMap].filter(c, !has(c.immutable))");

  @Test
  void readsACheckInTheFormOfTheShippedOnes() {
    Check check = WORKSHOP.read("own-immutable", GOOD);
    assertThat(check.id()).isEqualTo("own-immutable");
    assertThat(check.family()).isEqualTo("own");
    assertThat(check.own()).isTrue();
    assertThat(check.title()).isEqualTo("Config maps are immutable");
  }

  @Test
  void namesLineAndColumnOfASyntaxErrorInExpressionAndFile() {
    assertThat(flaws(yaml("[configMap]\n  .filter(c, !has(c.immutable)")).getFirst())
        .satisfies(flaw -> {
          assertThat(flaw.field()).isEqualTo("offenders");
          assertThat(flaw.line()).isEqualTo(2);
          assertThat(flaw.column()).isGreaterThan(20);
          assertThat(flaw.fileLine()).isEqualTo(9);
        });
  }

  @Test
  void namesLineAndColumnOfATypeError() {
    Flaw flaw = flaws(yaml("[configMap].filter(c,\n  c.?imutable.orValue(false))")).getFirst();
    assertThat(flaw.field()).isEqualTo("offenders");
    assertThat(flaw.line()).isEqualTo(2);
    assertThat(flaw.column()).isEqualTo(4);
    assertThat(flaw.fileLine()).isEqualTo(9);
    assertThat(flaw.detail()).contains("imutable");
  }

  @Test
  void namesLineAndColumnOfWhatIsNoYaml() {
    Flaw flaw = flaws("title: [a\nseverity: low\n").getFirst();
    assertThat(flaw.fileLine()).isEqualTo(2);
    assertThat(flaw.detail()).contains("is not YAML");
  }

  @Test
  void namesTheLineOfAWrongField() {
    Flaw flaw = flaws(GOOD.replace("severity: low", "severity: dreadful")).getFirst();
    assertThat(flaw.field()).isEqualTo("severity");
    assertThat(flaw.fileLine()).isEqualTo(2);
  }

  @Test
  void wantsTheKindsNamedThatAreRead() {
    assertThat(flaws(yaml("[configMap].filter(c, size(cluster.secrets) == 0)")))
        .extracting(Flaw::field, Flaw::detail)
        .contains(org.assertj.core.groups.Tuple.tuple("needs", "must name Secret, which is read"));
    assertThat(flaws(GOOD.replace("needs: [ConfigMap]", "needs: [ConfigMap, Unicorn]")))
        .extracting(Flaw::detail)
        .contains("there is no kind or fact Unicorn");
  }

  @Test
  void wantsAQuestionMarkWhereAFieldMayBeAbsent() {
    assertThat(flaws(yaml("[configMap].filter(c, c.immutable)")))
        .extracting(Flaw::detail)
        .anySatisfy(
            detail -> assertThat(detail).contains("may be absent: select it as .?immutable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark: [cis-1.12/5.2.2]\n",
        "peers: {kubescape: C-0057}\n",
        "aliases: [pod-privileged]\n",
        "not_collected: because\n",
        "links: ['javascript:alert(1)']\n",
        "links: ['https://']\n",
        "unheard: of\n"
      })
  void refusesWhatIsNotForOwnChecks(String more) {
    assertThat(flaws(GOOD + more)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "~",
        "[]",
        "just words",
        "a: &x [1]\nb: *x\n",
        "--- {}\n--- {}\n",
        "!!javax.script.ScriptEngineManager {}",
        "title: \"a\\0b\"\n",
        "{a: 1, a: 2}"
      })
  void refusesWhatIsNoCheckAtAll(String hostile) {
    assertThat(flaws(hostile)).isNotEmpty();
  }

  @Test
  void refusesWhatIsTooLargeOrTooDeep() {
    assertThat(flaws("x".repeat(10_000_000)).getFirst().detail())
        .isEqualTo("is larger than 64 KiB");
    assertThat(flaws("[".repeat(60_000)).getFirst().detail()).isEqualTo("is nested too deeply");
    assertThat(flaws(yaml("[" + "1,".repeat(3000) + "1].filter(x, false)")).getFirst().detail())
        .contains("more than 4096 characters");
  }

  @Test
  void refusesControlCharactersThatNoDatabaseKeeps() {
    assertThat(
            flaws(GOOD.replace("title: Config maps are immutable", "title: \"a\\0b\"")).getFirst())
        .satisfies(flaw -> assertThat(flaw.field()).isEqualTo("title"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[configMap].filter(c, c.metadata.name.matches('(((a{1000}){1000}){1000})'))",
        "[configMap].filter(c, c.metadata.name.matches('(a'))",
        "[configMap].filter(c, c.metadata.name.matches(c.metadata.name))",
        "[configMap].filter(c, double('1') == 1.5)",
        "[1, 2].map(i, v, i)"
      })
  void refusesWhatCannotBeCounted(String offenders) {
    Flaw flaw = flaws(yaml(offenders)).getFirst();
    assertThat(flaw.field()).isEqualTo("offenders");
    assertThat(flaw.line()).isEqualTo(1);
    assertThat(flaw.column()).isPositive();
  }

  @Test
  void refusesAChainThatDoublesItselfWhenRead() {
    String chain = "optional.of(1)" + ".optMap(x, x)".repeat(60);
    assertThat(flaws(yaml("[configMap].filter(c, " + chain + ".hasValue())")).getFirst().detail())
        .contains("optMap more than");
  }

  @Test
  void doesWhatShippedChecksNeverNeed() {
    Trial trial =
        trial(
            "[configMap].filter(c, c.metadata.name.split('-').size() == 2 && 7 % 4 - 1 == 2 * 1)");
    assertThat(trial.result().tally().failed()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster.configMaps.map(a, cluster.configMaps.map(b, cluster.configMaps.map(c,"
            + " cluster.configMaps.map(d, a))))",
        "cel.bind(a, 'xxxxxxxxxxxxxxxx', [1].map(x, cel.bind(b, a+a+a+a+a+a+a+a, cel.bind(c,"
            + " b+b+b+b+b+b+b+b, cel.bind(d, c+c+c+c+c+c+c+c, cel.bind(e, d+d+d+d+d+d+d+d,"
            + " cel.bind(f, e+e+e+e+e+e+e+e, cel.bind(g, f+f+f+f+f+f+f+f, cel.bind(h,"
            + " g+g+g+g+g+g+g+g, h+h+h+h+h+h+h+h)))))))))",
        "[[1]].map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a,"
            + " [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a,"
            + " [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).map(a, [a,a,a,a]).filter(a, a =="
            + " a.map(x, x))",
        "cel.bind(a, cluster.configMaps.map(x, cluster.configMaps), a.map(y, a).flatten().map(y,"
            + " a).flatten().map(y, a).flatten().flatten())",
        "cel.bind(a, cluster.configMaps.map(x, x.metadata.name).join(','),"
            + " cluster.configMaps.map(b, cluster.configMaps.map(c, cluster.configMaps.filter(d,"
            + " a.matches('(a|b)*c$')))))"
      })
  void endsWhatWouldRunForever(String offenders) {
    Trial trial = trial(offenders);
    assertThat(trial.result().state()).isEqualTo(State.UNKNOWN);
    assertThat(trial.failed()).isTrue();
    assertThat(trial.result().tally().passed()).isZero();
    assertThat(trial.result().verdicts())
        .allSatisfy(verdict ->
            assertThat(verdict.outcome())
                .isInstanceOfSatisfying(
                    Outcome.Unknown.class,
                    unknown -> {
                      assertThat(unknown.reason()).isEqualTo(Outcome.Reason.ERROR);
                      assertThat(unknown.detail()).contains("cost limit");
                    }));
    assertThat(trial.cost().steps()).isLessThan(2 * trial.cost().allowed());
  }

  @Test
  void keepsMessagesShortAndFewAndStorable() {
    String yaml =
        GOOD.replace("[configMap].filter(c, !has(c.immutable))", "cluster.configMaps")
            .replace(
                "message: \"'is mutable'\"",
                "message: |\n  offender.?metadata.?name.orValue('') + '\\u0000' + ['a', 'b',"
                    + " 'c'].join('"
                    + "-".repeat(300)
                    + "')");
    Trial trial = WORKSHOP.tryOut(WORKSHOP.read("own-x", yaml), snapshot());
    var fail = (Outcome.Fail) trial.result().verdicts().getFirst().outcome();
    assertThat(fail.offences()).hasSize(50);
    assertThat(fail.offences())
        .allSatisfy(offence -> {
          assertThat(offence.message()).hasSizeLessThanOrEqualTo(500);
          assertThat(offence.message()).doesNotContain("\u0000");
        });
  }

  @Test
  void anErrorOnOneObjectLeavesItUnknownAndFailsTheTrial() {
    Trial trial = trial("[configMap].filter(c, 1 / c.metadata.name.indexOf('map') > 0)");
    assertThat(trial.failed()).isTrue();
    assertThat(trial.result().tally().passed()).isZero();
  }

  @Test
  void countsItsSteps() {
    Trial once = trial("[configMap].filter(c, !has(c.immutable))");
    Trial more = trial("[configMap].filter(c, !has(c.immutable) && !has(c.immutable))");
    assertThat(once.cost().steps()).isPositive();
    assertThat(more.cost().steps()).isGreaterThan(once.cost().steps());
    assertThat(once.failed()).isFalse();
  }

  @Test
  void tellsWhichObjectivesThereAre() {
    assertThat(WORKSHOP.objectives()).contains("own", "least-privilege-rbac").isSorted();
    assertThat(flaws(GOOD.replace("objective: own", "objective: nonsense")))
        .extracting(Flaw::field)
        .containsExactly("objective");
  }

  @Test
  void givesEveryFlawInOneSentence() {
    assertThatThrownBy(() -> WORKSHOP.read("own-x", yaml("[configMap].filter(c, nonsense)")))
        .isInstanceOf(FlawedCheck.class)
        .hasMessageContaining("offenders, line 1, column 23");
  }

  private static Trial trial(String offenders) {
    return WORKSHOP.tryOut(WORKSHOP.read("own-x", yaml(offenders)), snapshot());
  }

  private static List<Flaw> flaws(String yaml) {
    try {
      WORKSHOP.read("own-x", yaml);
      return List.of();
    } catch (FlawedCheck e) {
      return e.flaws();
    }
  }

  /** An own check about config maps. */
  static String yaml(String offenders) {
    return """
    title: Config maps are immutable
    severity: low
    objective: own
    why: because
    applies_to: [ConfigMap]
    needs: [ConfigMap]
    offenders: |
    %s
    message: "'is mutable'"
    fix: {text: mend it}
    """
        .formatted(offenders.indent(2).stripTrailing());
  }

  private static Snapshot snapshot() {
    String manifests =
        IntStream.range(0, 100)
            .mapToObj(n ->
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: map-" + n + ", namespace: n}\n")
            .collect(Collectors.joining("---\n"));
    List<KubeObject> objects = Manifests.objects(manifests);
    var complete = new Reading(Coverage.State.COMPLETE, 100, "");
    return Manifests.snapshot(objects, new Coverage(Map.of(Kind.core("ConfigMap"), complete)));
  }
}
