package dev.plumbline.check.engine;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.Check;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Memory;
import dev.plumbline.check.Score;
import dev.plumbline.check.cel.Meter;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles shipped checks once and own ones when first met, then evaluates any snapshot. */
final class CelEvaluator implements Evaluator {

  private final Catalogue catalogue;
  private final List<Fact> facts;
  private final Vocabulary vocabulary;
  private final OwnRules own;
  private final Plan shipped;

  CelEvaluator(Catalogue catalogue, List<Fact> facts, Compiler compiler) {
    this(catalogue, facts, compiler, new OwnRules(compiler));
  }

  CelEvaluator(Catalogue catalogue, List<Fact> facts, Compiler compiler, OwnRules own) {
    this.catalogue = catalogue;
    this.facts = List.copyOf(facts);
    this.vocabulary = compiler.vocabulary();
    this.own = own;
    this.shipped =
        Plan.of(
            Written.of(
                catalogue.all().stream()
                    .filter(check -> !check.own())
                    .map(compiler::compile)
                    .toList()));
  }

  /** Rules, and by which words they judge. */
  private record Plan(List<Rule> rules, List<Word> words) {

    static Plan of(List<Rule> rules) {
      return new Plan(rules, CelEvaluator.words(rules));
    }

    /** These rules first, so that words of which no further rule speaks stay the same. */
    Plan with(List<Rule> more) {
      List<Rule> all = Stream.concat(rules.stream(), more.stream()).toList();
      Map<String, Word> known = new HashMap<>();
      words.forEach(word -> known.put(word.layout().word(), word));
      return new Plan(
          all,
          CelEvaluator.words(all).stream()
              .map(word -> known(known.get(word.layout().word()), word))
              .toList());
    }

    private static Word known(@Nullable Word known, Word word) {
      return known != null && known.rules().equals(word.rules()) ? known : word;
    }
  }

  private Plan plan(Catalogue now) {
    var purse = new Meter.Purse();
    List<Rule> more =
        now.all().stream()
            .filter(Check::own)
            .map(check -> own.rule(check).within(purse.meter()))
            .toList();
    return more.isEmpty() ? shipped : shipped.with(more);
  }

  /**
   * What judges the things of one word.
   *
   * @param rules for each column of the layout, the place of its rule
   */
  private record Word(Layout layout, List<Integer> rules) {

    List<Evaluation> columns(List<Evaluation> all) {
      return rules.stream().map(all::get).toList();
    }
  }

  private static List<Word> words(List<Rule> rules) {
    var scopes = new LinkedHashMap<String, List<Scope>>();
    var places = new HashMap<String, List<Integer>>();
    for (int rule = 0; rule < rules.size(); rule++) {
      for (Scope scope : rules.get(rule).scopes()) {
        scopes.computeIfAbsent(scope.word(), word -> new ArrayList<>()).add(scope);
        places.computeIfAbsent(scope.word(), word -> new ArrayList<>()).add(rule);
      }
    }
    return scopes.entrySet().stream()
        .map(e ->
            new Word(
                new Layout(e.getKey(), e.getValue()), places.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  List<Rule> rules() {
    return shipped.rules();
  }

  @Override
  public Assessment evaluate(Snapshot snapshot) {
    return evaluate(new Scene(snapshot, facts));
  }

  Assessment evaluate(Scene scene) {
    Catalogue now = catalogue.now();
    return assessment(now.version(), plan(now), scene, facts);
  }

  /** What one rule says. */
  static CheckResult result(Rule rule, Snapshot snapshot, List<Fact> facts) {
    Plan alone = Plan.of(List.of(rule));
    return assessment("", alone, new Scene(snapshot, facts), facts).results().getFirst();
  }

  private static Assessment assessment(String rulePack, Plan plan, Scene scene, List<Fact> facts) {
    var subjects = new Subjects(scene);
    String distribution = distribution(scene.cluster());
    List<Evaluation> evaluations = evaluations(plan, scene.snapshot(), facts, distribution);
    for (Word word : plan.words()) {
      List<Evaluation> columns = word.columns(evaluations);
      int count = subjects.count(word.layout().word());
      columns.forEach(column -> column.expect(count));
      var batch = new Batch(word.layout(), columns);
      subjects.each(word.layout().word(), found -> batch.add(subjects.of(found)));
      batch.judge();
    }
    return assessment(rulePack, distribution, evaluations);
  }

  @Override
  public Evaluated evaluate(Snapshot snapshot, Memory before) {
    Catalogue now = catalogue.now();
    Plan plan = plan(now);
    var scene = new Scene(snapshot, facts);
    var subjects = new Subjects(scene);
    var prints = new Prints(scene, vocabulary);
    String distribution = distribution(scene.cluster());
    List<Evaluation> evaluations = evaluations(plan, snapshot, facts, distribution);
    var rounds = new ArrayList<Round>();
    for (Word word : plan.words()) {
      Layout layout = word.layout();
      @Nullable Sheet sheet =
          before instanceof Recollection known ? known.sheets().get(layout.word()) : null;
      var round = new Round(layout, word.columns(evaluations), prints, sheet);
      subjects.each(layout.word(), found -> round.take(found, () -> subjects.of(found)));
      rounds.add(round);
    }
    return new Evaluated(
        assessment(now.version(), distribution, evaluations),
        Recollection.of(rounds.stream().map(Round::after).toList()),
        rounds.stream().mapToLong(Round::fresh).sum(),
        rounds.stream().mapToLong(Round::carried).sum());
  }

  private static List<Evaluation> evaluations(
      Plan plan, Snapshot snapshot, List<Fact> facts, String distribution) {
    var needs = new Needs(facts, snapshot.coverage());
    return plan.rules().stream().map(rule -> new Evaluation(rule, needs, distribution)).toList();
  }

  private static Assessment assessment(
      String rulePack, String distribution, List<Evaluation> evaluations) {
    List<CheckResult> results =
        evaluations.stream()
            .map(Evaluation::result)
            .sorted(Comparator.comparing(result -> result.check().id()))
            .toList();
    return new Assessment(rulePack, distribution, results, Score.of(results));
  }

  private static String distribution(Map<String, Object> cluster) {
    try {
      return cluster.get("distribution") instanceof String detected ? detected : "";
    } catch (UnknownAnswer undetected) {
      return "";
    }
  }
}
