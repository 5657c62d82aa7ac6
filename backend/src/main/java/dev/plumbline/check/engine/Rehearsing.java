package dev.plumbline.check.engine;

import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Cost;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.Outcome.Offence;
import dev.plumbline.check.Rehearsal;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** Holds what a rule says of fixtures against what they announce. */
final class Rehearsing {

  private static final int MOST = 20;

  private final Rule rule;
  private final List<Fact> facts;
  private final List<String> problems = new ArrayList<>();
  private int offences;
  private int passed;

  Rehearsing(Rule rule, List<Fact> facts) {
    this.rule = rule;
    this.facts = facts;
  }

  /**
   * Plays one.
   *
   * @param name {@code fail} or {@code pass}
   */
  void play(String name, String manifests) {
    Fixture fixture = Fixture.of(manifests);
    CheckResult result = fixture.judged(rule, facts);
    List<String> unexpected = messages(result);
    List<String> missing = new ArrayList<>();
    for (String announced : fixture.offences()) {
      if (unexpected.remove(announced)) {
        offences++;
      } else {
        missing.add(announced);
      }
    }
    missing.forEach(one -> problems.add(name + ": announced, but not found: " + one));
    unexpected.forEach(one -> problems.add(name + ": found, but not announced: " + one));
    unknown(name, fixture, result);
    scope(name, fixture, result);
  }

  private void unknown(String name, Fixture fixture, CheckResult result) {
    List<String> left = new ArrayList<>(fixture.unknowns());
    for (var verdict : result.verdicts()) {
      if (verdict.outcome() instanceof Outcome.Unknown unknown
          && !announced(left, unknown.detail())) {
        problems.add(
            "%s: %s %s cannot be judged: %s"
                .formatted(
                    name,
                    verdict.subject().kind().name(),
                    verdict.subject().name(),
                    unknown.detail()));
      }
    }
    left.forEach(one -> problems.add(name + ": announced as unknown, but was judged: " + one));
  }

  /** Takes the first that the detail holds. */
  private static boolean announced(List<String> left, String detail) {
    return left.stream().filter(detail::contains).findFirst().map(left::remove).orElse(false);
  }

  private void scope(String name, Fixture fixture, CheckResult result) {
    if (name.equals("pass")) {
      passed += result.tally().passed();
    }
    if (name.equals("pass") && result.tally().passed() == 0) {
      problems.add("pass: holds nothing that passes");
    }
    if (name.equals("fail") && fixture.offences().isEmpty()) {
      problems.add("fail: announces nothing; write # ! and the message above what offends");
    }
  }

  private static List<String> messages(CheckResult result) {
    List<String> messages = new ArrayList<>();
    for (var verdict : result.verdicts()) {
      if (verdict.outcome() instanceof Outcome.Fail fail) {
        fail.offences().stream().map(Offence::message).forEach(messages::add);
      }
    }
    return messages;
  }

  Rehearsal ended(Cost cost) {
    return new Rehearsal(offences, passed, problems.stream().limit(MOST).toList(), cost);
  }
}
