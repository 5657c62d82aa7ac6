package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.check.cel.InvalidExpression;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Leaves every clause of every check out once: its fixtures must notice. */
class CheckMutationTests {

  /** How many clauses may be left out unnoticed; only ever lowered. */
  private static final int UNNOTICED = 2;

  private static final List<Fact> FACTS = AllFacts.list();
  private static final Compiler COMPILER = EngineConfiguration.compiler(FACTS);

  @Test
  void fixturesNoticeAMissingClause() throws IOException {
    var unnoticed = new ArrayList<String>();
    int tried = 0;
    for (Check check : CheckFolders.load().all()) {
      var scene = new Scenes(check);
      String right = scene.verdicts(COMPILER.compile(check));
      for (var without : Clauses.leftOut(check.offenders())) {
        Optional<Rule> rule = compiled(check, without.rest());
        tried += rule.isPresent() ? 1 : 0;
        if (rule.isPresent() && scene.verdicts(rule.get()).equals(right)) {
          unnoticed.add(check.id() + ": " + without.clause().replaceAll("\\s+", " "));
        }
      }
    }
    System.out.printf("%d of %d clauses can be left out unnoticed%n", unnoticed.size(), tried);
    assertThat(tried).isPositive();
    assertThat(unnoticed.size())
        .as("unnoticed:%n%s", String.join("\n", unnoticed))
        .isLessThanOrEqualTo(UNNOTICED);
  }

  private static Optional<Rule> compiled(Check check, String offenders) {
    try {
      return Optional.of(COMPILER.compile(with(check, offenders)));
    } catch (InvalidExpression notAnExpression) {
      return Optional.empty();
    }
  }

  private static Check with(Check check, String offenders) {
    return new Check(
        check.id(),
        check.family(),
        check.title(),
        check.severity(),
        check.objective(),
        check.why(),
        check.appliesTo(),
        check.needs(),
        check.notApplicableOn(),
        offenders,
        check.message(),
        check.fix(),
        check.benchmark(),
        check.peers(),
        check.links(),
        check.aliases(),
        check.notCollected());
  }

  /** Every fixture of a check. */
  private record Scenes(List<Scene> scenes, List<Needs> needs) {

    Scenes(Check check) throws IOException {
      this(new ArrayList<>(), new ArrayList<>());
      String folder = check.family() + "/" + check.id();
      for (String beginning : List.of("fail", "pass")) {
        for (Fixture fixture : FixtureFiles.of(folder, beginning).values()) {
          add(snapshot(check, fixture));
        }
      }
    }

    private void add(Snapshot snapshot) {
      scenes.add(new Scene(snapshot, FACTS));
      needs.add(new Needs(FACTS, snapshot.coverage()));
    }

    private static Snapshot snapshot(Check check, Fixture fixture) {
      var words = new Needs(FACTS, new Coverage(Map.of()));
      return fixture.snapshot(
          Stream.concat(check.needs().stream(), check.appliesTo().stream())
              .flatMap(words::kinds)
              .toList());
    }

    String verdicts(Rule rule) {
      var all = new ArrayList<String>();
      for (int i = 0; i < scenes.size(); i++) {
        var subjects = new Subjects(scenes.get(i));
        CheckResult result = Evaluation.of(rule, needs.get(i), subjects);
        result.verdicts().forEach(verdict -> all.add(verdict.subject() + said(verdict.outcome())));
      }
      return all.toString();
    }

    private static String said(Outcome outcome) {
      return outcome instanceof Outcome.Unknown ? " unknown" : " " + outcome;
    }
  }
}
