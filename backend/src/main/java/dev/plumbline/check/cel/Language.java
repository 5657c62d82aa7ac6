package dev.plumbline.check.cel;

import dev.plumbline.inventory.shape.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Compiles the expressions of checks. */
public interface Language {

  /**
   * @param result what the expression must yield
   * @throws InvalidExpression with line and column
   */
  Compiled compile(String source, Map<String, Type> variables, Type result);

  /**
   * An expression ready to run.
   *
   * @param type what it yields
   * @param touches everything it reads
   * @param silence when it yields nothing; empty when that is not known beforehand
   */
  record Compiled(
      Expression expression, Type type, List<Touch> touches, Optional<Silence> silence) {

    /** The same, its expression as {@code changed} makes it. */
    public Compiled with(UnaryOperator<Expression> changed) {
      return new Compiled(changed.apply(expression), type, touches, silence);
    }
  }

  /**
   * One reading of a variable or field.
   *
   * @param struct name of the shape read from; {@code variable} for a variable, {@code anything}
   *     for a value that is not type-checked
   * @param bare without a question mark, so that an absent field is an error
   */
  record Touch(String struct, String field, boolean bare) {

    public static final String VARIABLE = "variable";
    public static final String ANYTHING = "anything";

    /** In place of a field: an object is read in a way that does not tell which fields. */
    public static final String WHOLE = "*";
  }
}
