package dev.plumbline.check.engine;

import dev.plumbline.check.cel.Expression;
import dev.plumbline.check.cel.Meter;
import java.util.List;
import java.util.Map;

/** What an own check yields, kept to a size that can be stored and shown. */
record Bounded(Expression expression) implements Expression {

  static final int OFFENDERS = 50;
  static final int MESSAGE = 500;

  @Override
  public Expression within(Meter meter) {
    return new Bounded(expression.within(meter));
  }

  @Override
  public Object evaluate(Map<String, Object> variables) {
    return switch (expression.evaluate(variables)) {
      case List<?> list when list.size() > OFFENDERS -> list.subList(0, OFFENDERS);
      case String text -> clean(text);
      case Object other -> other;
    };
  }

  private static String clean(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .limit(MESSAGE)
        .map(point -> odd(point) ? ' ' : point)
        .forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean odd(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
