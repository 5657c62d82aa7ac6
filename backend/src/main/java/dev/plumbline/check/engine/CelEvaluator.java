package dev.plumbline.check.engine;

import dev.plumbline.check.Assessment;
import dev.plumbline.check.Catalogue;
import dev.plumbline.check.CheckResult;
import dev.plumbline.check.Evaluator;
import dev.plumbline.check.Score;
import dev.plumbline.check.cel.UnknownAnswer;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.fact.Fact;
import java.util.List;
import java.util.Map;

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
    List<CheckResult> results =
        rules.stream().map(rule -> Evaluation.of(rule, needs, subjects, distribution)).toList();
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
