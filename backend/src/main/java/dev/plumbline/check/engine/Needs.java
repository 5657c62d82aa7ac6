package dev.plumbline.check.engine;

import static dev.plumbline.check.engine.Words.WORKLOAD;

import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.inventory.Coverage;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which kinds the words in {@code needs} stand for, and which of them were not read. */
final class Needs {

  private final Map<String, List<Kind>> facts = new HashMap<>();
  private final Coverage coverage;

  Needs(List<Fact> all, Coverage coverage) {
    this.coverage = coverage;
    for (Fact fact : all) {
      facts.put(fact.name(), List.copyOf(fact.needs()));
      for (String subject : fact.adds().keySet()) {
        facts.putIfAbsent(subject, List.copyOf(fact.needs()));
      }
    }
  }

  /** What a check needs besides the kinds it judges, and was not read. */
  Optional<Outcome.Unknown> missing(Check check) {
    return check.needs().stream()
        .filter(word -> !check.appliesTo().contains(word))
        .flatMap(word -> missing(word).stream())
        .findFirst();
  }

  /** Why not everything behind a word was read. */
  Optional<Outcome.Unknown> missing(String word) {
    return kinds(word)
        .filter(kind -> !coverage.complete(kind))
        .map(kind -> Reasons.unread(kind, coverage.of(kind)))
        .findFirst();
  }

  Stream<Kind> kinds(String word) {
    if (word.equals(WORKLOAD)) {
      return Stream.concat(Stream.of(Kind.core("Pod")), Workloads.CONTROLLERS.stream());
    }
    if (word.equals(Words.CLUSTER) || word.equals(Words.CONTROL_PLANE)) {
      return Stream.of();
    }
    return facts.containsKey(word) && Shapes.kind(word).isEmpty()
        ? facts.get(word).stream()
        : Shapes.kind(word).stream();
  }

  /** Whether a word in {@code needs} means anything. */
  static boolean known(String word, List<Fact> facts) {
    return Set.of(WORKLOAD, Words.CLUSTER).contains(word)
        || Shapes.kind(word).isPresent()
        || facts.stream().anyMatch(fact -> fact.name().equals(word));
  }
}
