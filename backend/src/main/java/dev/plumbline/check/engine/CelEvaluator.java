package dev.plumbline.check.engine;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluated;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Memory;
import dev.plumbline.check.Score;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the catalogue once, then evaluates it over any snapshot. */
final class CelEvaluator implements Evaluator {

  private final String rulePack;
  private final List<Fact> facts;
  private final Vocabulary vocabulary;
  private final List<Rule> rules;
  private final List<Word> words;

  CelEvaluator(Catalogue catalogue, List<Fact> facts, Compiler compiler) {
    this.rulePack = catalogue.version();
    this.facts = List.copyOf(facts);
    this.vocabulary = compiler.vocabulary();
    this.rules = catalogue.all().stream().map(compiler::compile).toList();
    this.words = words(rules);
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
    return rules;
  }

  @Override
  public Assessment evaluate(Snapshot snapshot) {
    var scene = new Scene(snapshot, facts);
    var subjects = new Subjects(scene);
    String distribution = distribution(scene.cluster());
    List<Evaluation> evaluations = evaluations(snapshot, distribution);
    for (Word word : words) {
      var batch = new Batch(word.layout(), word.columns(evaluations));
      subjects.each(word.layout().word(), found -> batch.add(subjects.of(found)));
      batch.judge();
    }
    return assessment(distribution, evaluations);
  }

  @Override
  public Evaluated evaluate(Snapshot snapshot, Memory before) {
    var scene = new Scene(snapshot, facts);
    var subjects = new Subjects(scene);
    var prints = new Prints(scene, vocabulary);
    String distribution = distribution(scene.cluster());
    List<Evaluation> evaluations = evaluations(snapshot, distribution);
    var rounds = new ArrayList<Round>();
    for (Word word : words) {
      Layout layout = word.layout();
      @Nullable Sheet sheet =
          before instanceof Recollection known ? known.sheets().get(layout.word()) : null;
      var round = new Round(layout, word.columns(evaluations), prints, sheet);
      subjects.each(layout.word(), found -> round.take(found, () -> subjects.of(found)));
      rounds.add(round);
    }
    return new Evaluated(
        assessment(distribution, evaluations),
        Recollection.of(rounds.stream().map(Round::after).toList()),
        rounds.stream().mapToLong(Round::fresh).sum(),
        rounds.stream().mapToLong(Round::carried).sum());
  }

  private List<Evaluation> evaluations(Snapshot snapshot, String distribution) {
    var needs = new Needs(facts, snapshot.coverage());
    return rules.stream().map(rule -> new Evaluation(rule.check(), needs, distribution)).toList();
  }

  private Assessment assessment(String distribution, List<Evaluation> evaluations) {
    List<CheckResult> results = evaluations.stream().map(Evaluation::result).toList();
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
