package dev.plumbline.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.catalogue.CheckFolders;
import dev.plumbline.check.cel.InvalidExpression;
import dev.plumbline.check.cel.Meter;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every shipped check, compiled as if a customer had written it, says what it says. */
class MeteredDifferentialTests {

  private static final List<Fact> FACTS = AllFacts.list();

  private final Compiler plain = EngineConfiguration.compiler(FACTS);
  private final OwnRules own = EngineConfiguration.own(FACTS);

  @Test
  void judgesEveryFixtureAsTheShippedEngineDoes() throws IOException {
    var refused = new ArrayList<String>();
    var different = new LinkedHashMap<String, String>();
    int compared = 0;
    for (Check check : CheckFolders.load().all()) {
      try {
        Rule metered = own.compiled(check).within(new Meter.Purse().meter());
        compared += compare(plain.compile(check), metered, different);
      } catch (InvalidExpression e) {
        refused.add(check.id() + ": " + e.getMessage());
      }
    }
    assertThat(different).isEmpty();
    assertThat(refused).as("patterns that are not written out").hasSize(1);
    assertThat(refused.getFirst()).startsWith("component-cve");
    assertThat(compared).isGreaterThan(1000);
  }

  private static int compare(Rule plain, Rule metered, Map<String, String> different)
      throws IOException {
    if (!plain.check().notCollected().isEmpty()) {
      return 0;
    }
    String path = plain.check().family() + "/" + plain.check().id();
    var fixtures = new LinkedHashMap<>(FixtureFiles.of(path, "fail"));
    fixtures.putAll(FixtureFiles.of(path, "pass"));
    int compared = 0;
    for (Fixture fixture : fixtures.values()) {
      Map<ObjectKey, String> wanted = said(plain, fixture);
      compared += wanted.size();
      Map<ObjectKey, String> found = said(metered, fixture);
      if (!found.equals(wanted)) {
        different.put(path, wanted + " but metered " + found);
      }
    }
    return compared;
  }

  private static Map<ObjectKey, String> said(Rule rule, Fixture fixture) {
    var words = new Needs(FACTS, new Coverage(Map.of()));
    Snapshot snapshot =
        fixture.snapshot(
            Stream.concat(rule.check().needs().stream(), rule.check().appliesTo().stream())
                .flatMap(words::kinds)
                .toList());
    CheckResult result =
        Evaluation.of(
            rule, new Needs(FACTS, snapshot.coverage()), new Subjects(new Scene(snapshot, FACTS)));
    var said = new LinkedHashMap<ObjectKey, String>();
    result
        .verdicts()
        .forEach(verdict -> said.merge(verdict.subject(), said(verdict.outcome()), String::concat));
    return said;
  }

  /** An error is worded otherwise where nothing is left to dev.cel. */
  private static String said(Outcome outcome) {
    return outcome instanceof Outcome.Unknown unknown && unknown.reason() == Outcome.Reason.ERROR
        ? "error"
        : outcome.toString();
  }
}
