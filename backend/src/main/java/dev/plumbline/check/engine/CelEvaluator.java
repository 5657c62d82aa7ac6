package dev.plumbline.check.engine;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Score;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compiles the catalogue once, then evaluates it over any snapshot. */
final class CelEvaluator implements Evaluator {

  private final String rulePack;
  private final List<Fact> facts;
  private final List<Rule> rules;

  CelEvaluator(Catalogue catalogue, List<Fact> facts, Compiler compiler) {
    this.rulePack = catalogue.version();
    this.facts = List.copyOf(facts);
    this.rules = catalogue.all().stream().map(compiler::compile).toList();
  }

  List<Rule> rules() {
    return rules;
  }

  @Override
  public Assessment evaluate(Snapshot snapshot) {
    var scene = new Scene(snapshot, facts);
    var subjects = new Subjects(scene);
    var needs = new Needs(facts, snapshot.coverage());
    String distribution = distribution(scene.cluster());
    List<CheckResult> results = results(subjects, needs, distribution);
    return new Assessment(rulePack, distribution, results, Score.of(results));
  }

  /** Subject by subject, all checks on one while it is at hand. */
  private List<CheckResult> results(Subjects subjects, Needs needs, String distribution) {
    var evaluations = new ArrayList<Evaluation>();
    var byWord = new LinkedHashMap<String, List<Consumer<Subject>>>();
    for (Rule rule : rules) {
      var evaluation = new Evaluation(rule.check(), needs, distribution);
      evaluations.add(evaluation);
      for (Scope scope : rule.scopes()) {
        byWord
            .computeIfAbsent(scope.word(), word -> new ArrayList<>())
            .add(subject -> evaluation.judge(scope, subject));
      }
    }
    byWord.forEach((word, judges) ->
        subjects.each(word, subject -> judges.forEach(judge -> judge.accept(subject))));
    return evaluations.stream().map(Evaluation::result).toList();
  }

  private static String distribution(Map<String, Object> cluster) {
    try {
      return cluster.get("distribution") instanceof String detected ? detected : "";
    } catch (UnknownAnswer undetected) {
      return "";
    }
  }
}
