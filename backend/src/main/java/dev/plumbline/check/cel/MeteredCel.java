package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.plumbline.check.cel.InvalidExpression.Issue;
import dev.plumbline.inventory.shape.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CEL for checks that customers write: every step is counted, and what would be left to dev.cel,
 * where it could not be, is refused when compiling.
 */
public final class MeteredCel implements Language {

  private static final int LONGEST = 4096;
  private static final int OPT_MAPS = 6;

  private final Terms terms;
  private final DevCel devCel;
  private final Functions functions;

  public MeteredCel(Terms terms) {
    this.terms = terms;
    this.devCel = new DevCel(terms);
    this.functions = new Functions(terms.members());
  }

  @Override
  public Compiled compile(String source, Map<String, Type> variables, Type result) {
    demandSize(source);
    CelAbstractSyntaxTree ast = devCel.checked(source, variables, result);
    try {
      return new Compiled(
          new Closures(ast, new MeteredWeave(ast, functions)).metered(),
          CelTypes.type(ast.getResultType()),
          new Touches(ast, terms).list(),
          Optional.empty());
    } catch (Unsupported e) {
      var at = Places.of(ast, e.expr());
      String detail = "own checks cannot use " + e.getMessage();
      throw new InvalidExpression(
          "", at.words() + ": " + detail, List.of(new Issue(at.line(), at.column(), detail)));
    }
  }

  /** {@code optMap} repeats what it is called on, so that a chain of them doubles at each link. */
  private static void demandSize(String source) {
    if (source.codePointCount(0, source.length()) > LONGEST) {
      throw new InvalidExpression("has more than %d characters".formatted(LONGEST));
    }
    if (source.split("optMap|optFlatMap", -1).length - 1 > OPT_MAPS) {
      throw new InvalidExpression("uses optMap more than %d times".formatted(OPT_MAPS));
    }
  }
}
