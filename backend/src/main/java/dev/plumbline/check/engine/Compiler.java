package dev.plumbline.check.engine;

import dev.plumbline.check.Check;
import dev.plumbline.check.Outcome;
import dev.plumbline.check.cel.InvalidExpression;
import dev.plumbline.check.cel.InvalidExpression.Issue;
import dev.plumbline.check.cel.Language;
import dev.plumbline.check.cel.Language.Compiled;
import dev.plumbline.check.engine.Rule.Scope;
import dev.plumbline.check.engine.Rule.Text;
import dev.plumbline.inventory.shape.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles checks against the shapes of what they judge. */
final class Compiler {

  private static final Type OFFENDERS = new Type.ListOf(Type.ANY);

  private final Vocabulary vocabulary;
  private final Language language;

  Compiler(Vocabulary vocabulary, Language language) {
    this.vocabulary = vocabulary;
    this.language = language;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * @throws InvalidExpression naming check, key, line and column
   */
  Rule compile(Check check) {
    return new Rule(check, check.appliesTo().stream().map(word -> scope(check, word)).toList());
  }

  private Scope scope(Check check, String word) {
    if (!vocabulary.knows(word)) {
      String detail = "no such kind: " + word;
      throw new InvalidExpression(
          "applies_to", check.id() + ": applies_to: " + detail, List.of(new Issue(0, 0, detail)));
    }
    Map<String, Type> variables = vocabulary.variables(word);
    Compiled offenders = compile(check, "offenders", check.offenders(), variables, OFFENDERS);
    var more = new LinkedHashMap<>(variables);
    more.put("offender", offenders.type() instanceof Type.ListOf list ? list.element() : Type.ANY);
    Compiled message = compile(check, "message", check.message(), more, Type.TEXT);
    var text = new Text(word, check.offenders(), check.message());
    Optional<Outcome> always = check.own() ? Optional.empty() : always(message);
    return new Scope(word, text, offenders, message, always, inputs(word, offenders, message));
  }

  private static Optional<Outcome> always(Compiled message) {
    return message.touches().isEmpty()
            && message.expression().evaluate(Map.of()) instanceof String text
        ? Optional.of(Judge.fail(text))
        : Optional.empty();
  }

  private Optional<Set<Input>> inputs(String word, Compiled offenders, Compiled message) {
    var touches = new ArrayList<>(offenders.touches());
    touches.addAll(message.touches());
    return Inputs.of(word, touches, vocabulary);
  }

  private Compiled compile(
      Check check, String key, String source, Map<String, Type> variables, Type result) {
    try {
      return language.compile(source, variables, result);
    } catch (InvalidExpression e) {
      throw new InvalidExpression(key, check.id() + ": " + key + ": " + e.getMessage(), e.issues());
    }
  }
}
