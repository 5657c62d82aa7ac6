package dev.plumbline.check.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.plumbline.check.cel.Expression;
import dev.plumbline.check.cel.Language.Compiled;
import dev.plumbline.check.cel.Together;
import dev.plumbline.check.engine.Rule.Scope;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of which all expressions about things of one word are evaluated together. */
final class Written {

  private static final String LIST = "containers";

  private Written() {}

  static List<Rule> of(List<Rule> rules) {
    Map<String, List<Scope>> byWord =
        rules.stream()
            .flatMap(rule -> rule.scopes().stream())
            .collect(groupingBy(Scope::word, LinkedHashMap::new, toList()));
    Map<String, Iterator<Scope>> written =
        byWord.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, e -> written(e.getKey(), e.getValue()).iterator()));
    return rules.stream()
        .map(rule -> rule.with(scope -> Objects.requireNonNull(written.get(scope.word())).next()))
        .toList();
  }

  private static List<Scope> written(String word, List<Scope> scopes) {
    boolean pods = word.equals(Words.WORKLOAD);
    Iterator<Expression> members =
        new Together(
                scopes.stream()
                    .flatMap(scope -> Stream.of(scope.offenders(), scope.message()))
                    .map(Compiled::expression)
                    .toList(),
                pods ? PodShapes.SURE : Set.of(),
                pods ? LIST : "")
            .members()
            .iterator();
    return scopes.stream()
        .map(scope -> scope.with(compiled -> compiled.with(alone -> members.next())))
        .toList();
  }
}
