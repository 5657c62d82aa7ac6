package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.plumbline.check.cel.Language.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks a checked tree and notes every variable and field that it reads. An object that goes where
 * its type is lost, or that is compared, is noted as read whole.
 */
final class Touches {

  /** Functions that hand objects on without looking into them. */
  private static final Set<String> HANDING_ON =
      Set.of(
          "_+_",
          "_?_:_",
          "_[_]",
          "_[?_]",
          "size",
          "flatten",
          "or",
          "orValue",
          "hasValue",
          "value",
          "of",
          "_?._");

  private final CelAbstractSyntaxTree ast;
  private final Terms terms;
  private final List<Touch> touches = new ArrayList<>();
  private final Set<String> bound = new HashSet<>();

  Touches(CelAbstractSyntaxTree ast, Terms terms) {
    this.ast = ast;
    this.terms = terms;
  }

  List<Touch> list() {
    visit(ast.getExpr());
    return touches.stream().distinct().toList();
  }

  private void visit(CelExpr expr) {
    switch (expr.exprKind().getKind()) {
      case IDENT -> ident(expr.ident().name());
      case SELECT -> select(expr.select());
      case CALL -> call(expr);
      case LIST -> expr.list().elements().forEach(element -> inside(element, expr));
      case MAP ->
          expr.map()
              .entries()
              .forEach(entry -> {
                inside(entry.key(), expr);
                inside(entry.value(), expr);
              });
      case STRUCT -> expr.struct().entries().forEach(entry -> inside(entry.value(), expr));
      case COMPREHENSION -> comprehension(expr);
      case CONSTANT, NOT_SET -> {}
    }
  }

  private void ident(String name) {
    if (!bound.contains(name)) {
      touches.add(new Touch(Touch.VARIABLE, name, false));
    }
  }

  private void select(CelExpr.CelSelect select) {
    visit(undressed(select.operand()));
    touch(select.operand(), select.field(), !select.testOnly());
  }

  /** A part of something larger: a list, a map, a loop. */
  private void inside(CelExpr part, CelExpr whole) {
    visit(part);
    object(typeOf(part)).filter(shape -> lost(typeOf(whole))).ifPresent(this::whole);
  }

  private void whole(String shape) {
    touches.add(new Touch(shape, Touch.WHOLE, false));
  }

  private void argument(CelExpr argument, CelExpr expr) {
    if (undressed(argument) != argument) {
      visit(undressed(argument));
      if (!selects(expr.call())) {
        object(typeOf(undressed(argument))).ifPresent(this::whole);
      }
      return;
    }
    visit(argument);
    boolean handed = HANDING_ON.contains(expr.call().function());
    object(typeOf(argument))
        .filter(shape -> !selects(expr.call()) && (!handed || lost(typeOf(expr))))
        .ifPresent(this::whole);
  }

  private static boolean selects(CelCall call) {
    return call.function().equals("_?._");
  }

  /** {@code a} of {@code dyn(a)}: only selections may be made of it. */
  private static CelExpr undressed(CelExpr expr) {
    return expr.exprKind().getKind() == Kind.CALL && expr.call().function().equals("dyn")
        ? expr.call().args().getFirst()
        : expr;
  }

  /** The shape of an object, or of objects in lists, maps and optionals. */
  private Optional<String> object(CelType type) {
    return switch (type) {
      case ListType list -> object(list.elemType());
      case MapType map -> object(map.valueType());
      case OptionalType optional -> object(optional.parameters().get(0));
      case StructType struct -> Optional.of(struct.name()).filter(terms::object);
      case StructTypeReference struct -> Optional.of(struct.name()).filter(terms::object);
      default -> Optional.empty();
    };
  }

  /** Whether what is inside is anything. */
  private static boolean lost(CelType type) {
    return switch (type) {
      case ListType list -> lost(list.elemType());
      case MapType map -> lost(map.valueType());
      case OptionalType optional -> lost(optional.parameters().get(0));
      default -> type.equals(SimpleType.DYN);
    };
  }

  private void call(CelExpr expr) {
    CelCall call = expr.call();
    call.target().ifPresent(target -> receiver(target, expr));
    call.args().forEach(argument -> argument(argument, expr));
    if (call.function().equals("_?._")) {
      touch(call.args().get(0), text(call.args().get(1)), false);
    } else if (call.function().equals("_[_]") && constant(call.args().get(1))) {
      touches.add(
          new Touch(Touch.ANYTHING, text(call.args().get(1)), !chained(call.args().get(0))));
    }
  }

  /** A function of the object itself is noted as if it were a field. */
  private void receiver(CelExpr target, CelExpr expr) {
    String function = expr.call().function();
    boolean member = terms.members().stream().anyMatch(one -> one.name().equals(function));
    if (member && object(typeOf(target)).isPresent()) {
      visit(target);
      touch(target, function, false);
    } else {
      argument(target, expr);
    }
  }

  private void comprehension(CelExpr expr) {
    CelExpr.CelComprehension loop = expr.comprehension();
    visit(loop.iterRange());
    visit(loop.accuInit());
    bound.add(loop.iterVar());
    bound.add(loop.iterVar2());
    bound.add(loop.accuVar());
    visit(loop.loopCondition());
    visit(loop.loopStep());
    inside(loop.result(), expr);
  }

  private void touch(CelExpr operand, String field, boolean bare) {
    CelType type = CelTypes.unwrapped(typeOf(undressed(operand)));
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
