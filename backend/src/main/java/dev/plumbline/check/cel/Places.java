package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.ast.CelExpr;
import dev.plumbline.check.cel.InvalidExpression.Issue;

/** Where in an expression something stands. */
final class Places {

  private Places() {}

  /** Line and column, both counted from 1. */
  record Place(int line, int column) {
    String words() {
      return "line %d, column %d".formatted(line, column);
    }
  }

  static Place of(CelAbstractSyntaxTree ast, long expr) {
    Integer offset = ast.getSource().getPositionsMap().get(expr);
    return ast.getSource()
        .getOffsetLocation(offset == null ? 0 : offset)
        .map(found -> new Place(found.getLine(), found.getColumn() + 1))
        .orElse(new Place(1, 1));
  }

  static Issue issue(CelIssue issue) {
    return new Issue(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(1, issue.getSourceLocation().getColumn() + 1),
        issue.getMessage());
  }

  /** What stands there, in short. */
  static String name(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case SELECT -> "'" + expr.select().field() + "'";
      case CALL -> call(expr.call());
      default -> "this value";
    };
  }

  private static String call(CelExpr.CelCall call) {
    boolean field =
        call.function().equals("_?._")
            && call.args().get(1).exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
    String name = field ? call.args().get(1).constant().stringValue() : call.function();
    return "'" + name.replaceAll("[_@?.]", "").strip() + "'";
  }
}
