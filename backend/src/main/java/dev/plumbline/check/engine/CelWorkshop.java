package dev.plumbline.check.engine;

import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.Cost;
import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.check.Rehearsal;
import dev.plumbline.check.Trial;
import dev.plumbline.check.Workshop;
import dev.plumbline.check.catalogue.OwnCheckFile;
import dev.plumbline.check.cel.InvalidExpression;
import dev.plumbline.check.cel.Meter;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads, compiles and tries own checks just as a scan will judge by them. */
final class CelWorkshop implements Workshop {

  private final OwnRules own;
  private final Conduct conduct;
  private final List<Fact> facts;
  private final List<String> objectives;

  CelWorkshop(Catalogue shipped, List<Fact> facts, Vocabulary vocabulary, OwnRules own) {
    this.own = own;
    this.conduct = new Conduct(vocabulary, facts);
    this.facts = List.copyOf(facts);
    var words = new TreeSet<String>();
    words.add(OwnCheckFile.FAMILY);
    shipped.all().forEach(check -> words.add(check.objective()));
    this.objectives = List.copyOf(words);
  }

  @Override
  public Check read(String id, String yaml) {
    Check check = OwnCheckFile.parse(id, yaml);
    var flaws = new ArrayList<>(objective(check));
    try {
      flaws.addAll(conduct.flaws(own.compiled(check)));
    } catch (InvalidExpression e) {
      e.issues().stream()
          .map(issue ->
              OwnCheckFile.placed(yaml, e.key(), issue.line(), issue.column(), issue.detail()))
          .forEach(flaws::add);
    }
    if (!flaws.isEmpty()) {
      throw new FlawedCheck(flaws.stream().map(flaw -> placed(yaml, flaw)).distinct().toList());
    }
    return check;
  }

  @Override
  public Check accepted(String id, String yaml) {
    try {
      return OwnCheckFile.parse(id, yaml);
    } catch (FlawedCheck e) {
      return OwnCheckFile.unreadable(id, "cannot be read by this version: " + e.getMessage());
    }
  }

  private static Flaw placed(String yaml, Flaw flaw) {
    return flaw.fileLine() == 0 ? OwnCheckFile.placed(yaml, flaw.field(), flaw.detail()) : flaw;
  }

  private List<Flaw> objective(Check check) {
    return objectives.contains(check.objective())
        ? List.of()
        : List.of(
            Flaw.of("objective", "is not known; 'own' counts in no framework of the product"));
  }

  @Override
  public Trial tryOut(Check check, Snapshot snapshot) {
    Meter meter = new Meter.Purse().meter();
    Rule rule = own.compiled(check).within(meter);
    var result = CelEvaluator.result(rule, snapshot, facts);
    return new Trial(result, Cost.overSnapshot(meter.total(), meter.highest()));
  }

  @Override
  public Optional<Rehearsal> rehearse(Check check, String yaml) {
    Map<String, String> fixtures = OwnCheckFile.fixtures(yaml);
    if (fixtures.isEmpty()) {
      return Optional.empty();
    }
    Meter meter = Meter.of(Cost.FIXTURES);
    var rehearsing = new Rehearsing(own.compiled(check).within(meter), facts);
    fixtures.forEach(rehearsing::play);
    return Optional.of(rehearsing.ended(Cost.overFixtures(meter.total(), meter.highest())));
  }

  @Override
  public List<String> objectives() {
    return objectives;
  }

  @Override
  public List<String> facts() {
    return facts.stream().map(Fact::name).sorted().toList();
  }
}
