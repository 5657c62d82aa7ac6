package dev.plumbline.inventory.fact.admission.cel;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Set;

/** A parsed expression of which every function and name is known. */
public final class Expression {

  private static final CelParser PARSER =
      CelParserFactory.standardCelParserBuilder()
          .setOptions(
              CelOptions.current()
                  .enableReservedIds(false)
                  .maxExpressionCodePointSize(20_000)
                  .build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addLibraries(
              CelExtensions.optional(), CelExtensions.bindings(), CelExtensions.comprehensions())
          .build();

  private static final String DEEP = "is nested too deeply";

  private final CelExpr root;
  private final Set<String> names;

  private Expression(CelExpr root, Set<String> names) {
    this.root = root;
    this.names = names;
  }

  /**
   * Reads an expression.
   *
   * @param known what it may name
   * @throws NotUnderstood where it cannot be parsed or uses what is not known here
   */
  public static Expression parse(String source, Set<String> known) {
    try {
      CelExpr root = PARSER.parse(source).getAst().getExpr();
      Set<String> names = Names.of(root);
      names.stream()
          .filter(name -> !known.contains(name))
          .findFirst()
          .ifPresent(name -> {
            throw new NotUnderstood("uses " + name);
          });
      return new Expression(root, names);
    } catch (StackOverflowError e) {
      throw new NotUnderstood(DEEP);
    } catch (CelValidationException e) {
      throw new NotUnderstood("cannot be parsed: " + firstLine(String.valueOf(e.getMessage())));
    }
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").replaceFirst("^ERROR: <input>:", "");
  }

  /** The names it reads, without those it binds itself. */
  public Set<String> names() {
    return names;
  }

  /**
   * What it yields.
   *
   * @throws Failed by its own error
   * @throws NotUnderstood where it takes too long
   */
  public Object value(Variables variables, Meter meter) {
    try {
      return new Evaluation(variables, meter).of(root, Scope.EMPTY);
    } catch (StackOverflowError e) {
      throw new NotUnderstood(DEEP);
    }
  }

  /** Whether it yields true; an error where it yields no truth value. */
  public boolean holds(Variables variables, Meter meter) {
    if (value(variables, meter) instanceof Boolean holds) {
      return holds;
    }
    throw new Failed("yields no truth value");
  }
}
