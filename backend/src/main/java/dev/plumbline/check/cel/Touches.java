package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.plumbline.check.cel.Language.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks a checked tree and notes every variable and field that it reads. */
final class Touches {

  private final CelAbstractSyntaxTree ast;
  private final List<Touch> touches = new ArrayList<>();
  private final Set<String> bound = new HashSet<>();

  Touches(CelAbstractSyntaxTree ast) {
    this.ast = ast;
  }

  List<Touch> list() {
    visit(ast.getExpr());
    return touches.stream().distinct().toList();
  }

  private void visit(CelExpr expr) {
    switch (expr.exprKind().getKind()) {
      case IDENT -> ident(expr.ident().name());
      case SELECT -> select(expr.select());
      case CALL -> call(expr.call());
      case LIST -> expr.list().elements().forEach(this::visit);
      case MAP ->
          expr.map()
              .entries()
              .forEach(entry -> {
                visit(entry.key());
                visit(entry.value());
              });
      case STRUCT -> expr.struct().entries().forEach(entry -> visit(entry.value()));
      case COMPREHENSION -> comprehension(expr.comprehension());
      case CONSTANT, NOT_SET -> {}
    }
  }

  private void ident(String name) {
    if (!bound.contains(name)) {
      touches.add(new Touch(Touch.VARIABLE, name, false));
    }
  }

  private void select(CelExpr.CelSelect select) {
    visit(select.operand());
    touch(select.operand(), select.field(), !select.testOnly());
  }

  private void call(CelCall call) {
    call.target().ifPresent(this::visit);
    call.args().forEach(this::visit);
    if (call.function().equals("_?._")) {
      touch(call.args().get(0), text(call.args().get(1)), false);
    } else if (call.function().equals("_[_]") && constant(call.args().get(1))) {
      touches.add(
          new Touch(Touch.ANYTHING, text(call.args().get(1)), !chained(call.args().get(0))));
    }
  }

  private void comprehension(CelExpr.CelComprehension loop) {
    visit(loop.iterRange());
    visit(loop.accuInit());
    bound.add(loop.iterVar());
    bound.add(loop.iterVar2());
    bound.add(loop.accuVar());
    visit(loop.loopCondition());
    visit(loop.loopStep());
    visit(loop.result());
  }

  private void touch(CelExpr operand, String field, boolean bare) {
    CelType type = CelTypes.unwrapped(typeOf(operand));
    String struct =
        type instanceof StructType || type instanceof StructTypeReference
            ? type.name()
            : Touch.ANYTHING;
    touches.add(new Touch(struct, field, bare && !chained(operand)));
  }

  /** After an optional, selection stays optional. */
  private boolean chained(CelExpr operand) {
    return typeOf(operand) instanceof OptionalType;
  }

  private CelType typeOf(CelExpr expr) {
    return ast.getType(expr.id()).orElse(SimpleType.DYN);
  }

  private static boolean constant(CelExpr expr) {
    return expr.exprKind().getKind() == Kind.CONSTANT;
  }

  private static String text(CelExpr expr) {
    CelConstant constant = expr.constant();
    return constant.getKind() == CelConstant.Kind.STRING_VALUE
        ? constant.stringValue()
        : constant.toString();
  }
}
