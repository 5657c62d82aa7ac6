package dev.plumbline.check.engine;

import dev.plumbline.check.Flaw;
import dev.plumbline.check.cel.Language.Touch;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.inventory.fact.Fact;
import dev.plumbline.inventory.shape.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What every check keeps to besides compiling: it needs what it reads, and expects gaps. */
final class Conduct {

  private final Vocabulary vocabulary;
  private final List<Fact> facts;

  Conduct(Vocabulary vocabulary, List<Fact> facts) {
    this.vocabulary = vocabulary;
    this.facts = facts;
  }

  List<Flaw> flaws(Rule rule) {
    return Stream.of(
            unknownNeeds(rule).map(word -> Flaw.of("needs", "there is no kind or fact " + word)),
            missingNeeds(rule)
                .map(word -> Flaw.of("needs", "must name " + word + ", which is read")),
            bare(rule).map(Conduct::absent))
        .flatMap(flaws -> flaws)
        .toList();
  }

  private static Flaw absent(Touch touch) {
    boolean named = touch.field().chars().allMatch(Character::isJavaIdentifierPart);
    return Flaw.of(
        "offenders",
        named
            ? "%s of %s may be absent: select it as .?%s"
                .formatted(touch.field(), touch.struct(), touch.field())
            : "an element picked by its key may be absent: pick it as [?key]");
  }

  /** Words in {@code needs} that mean nothing. */
  Stream<String> unknownNeeds(Rule rule) {
    return rule.check().needs().stream().filter(word -> !Needs.known(word, facts));
  }

  /** Kinds and facts that are read and not in {@code needs}. */
  Stream<String> missingNeeds(Rule rule) {
    Set<String> touched = new TreeSet<>();
    for (Scope scope : rule.scopes()) {
      touched.addAll(own(scope.word()));
      touches(scope).forEach(touch -> touched.addAll(needs(scope.word(), touch)));
    }
    rule.check().needs().forEach(touched::remove);
    return touched.stream();
  }

  /** Fields that may be absent and are selected without a question mark. */
  Stream<Touch> bare(Rule rule) {
    return rule.scopes().stream()
        .flatMap(Conduct::touches)
        .filter(Touch::bare)
        .filter(touch -> field(touch).noneMatch(Shape.Field::always))
        .distinct();
  }

  private static Stream<Touch> touches(Scope scope) {
    return Stream.concat(scope.offenders().touches().stream(), scope.message().touches().stream());
  }

  private Set<String> own(String word) {
    return Needs.known(word, facts) && !word.equals(Words.CLUSTER) ? Set.of(word) : Set.of();
  }

  private Set<String> needs(String word, Touch touch) {
    if (touch.struct().equals(Touch.VARIABLE)) {
      return touch.field().equals("namespace") && !word.equals(Words.NAMESPACE)
          ? Set.of(Words.NAMESPACE)
          : Set.of();
    }
    return field(touch).map(Shape.Field::needs).findFirst().orElse(Set.of());
  }

  private Stream<Shape.Field> field(Touch touch) {
    return vocabulary.shape(touch.struct()).stream()
        .flatMap(shape -> Stream.ofNullable(shape.fields().get(touch.field())));
  }
}
