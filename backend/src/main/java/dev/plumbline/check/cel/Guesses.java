package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.plumbline.check.cel.Guess.Constant;
import dev.plumbline.check.cel.Guess.Context;
import dev.plumbline.check.cel.Guess.Many;
import dev.plumbline.check.cel.Guess.Maybe;
import dev.plumbline.check.cel.Guess.Part;
import dev.plumbline.check.cel.Guess.Root;
import dev.plumbline.check.cel.Guess.Some;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an expression before anything is read, some fields taken to be absent. Where it says that
 * a value is constant, evaluation yields that value or dev.cel does.
 */
final class Guesses {

  private final CelAbstractSyntaxTree ast;
  private final Terms terms;
  private final Functions functions;
  private final Demands demands;
  private final Map<String, Guess> bound = new HashMap<>();

  Guesses(CelAbstractSyntaxTree ast, Terms terms, Functions functions, Demands demands) {
    this.ast = ast;
    this.terms = terms;
    this.functions = functions;
    this.demands = demands;
  }

  boolean yieldsNothing() {
    return guess(ast.getExpr()).equals(Guess.EMPTY);
  }

  private Guess guess(CelExpr expr) {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> ident(expr);
      case SELECT -> select(expr.select());
      case CALL -> call(expr);
      case LIST -> list(expr.list());
      case MAP -> map(expr.map());
      case COMPREHENSION -> loop(expr.comprehension());
      case STRUCT, NOT_SET -> Guess.OPEN;
    };
  }

  private static Guess constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> new Constant(constant.stringValue());
      case INT64_VALUE -> new Constant(constant.int64Value());
      case BOOLEAN_VALUE -> new Constant(constant.booleanValue());
      case DOUBLE_VALUE -> new Constant(constant.doubleValue());
      default -> Guess.OPEN;
    };
  }

  private Guess ident(CelExpr expr) {
    Guess known = bound.get(expr.ident().name());
    if (known != null) {
      return known;
    }
    String shape = ast.getType(expr.id()).map(CelType::name).orElse("");
    return terms.documented(shape)
        ? new Root(shape)
        : terms.context(shape) ? new Context() : Guess.OPEN;
  }

  private Guess list(CelExpr.CelList list) {
    List<Guess> all = list.elements().stream().map(this::guess).toList();
    return list.optionalIndices().isEmpty() && all.stream().noneMatch(Guess::open)
        ? Joins.listed(all)
        : Guess.OPEN;
  }

  private Guess map(CelExpr.CelMap map) {
    var all = new LinkedHashMap<Object, Object>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      if (entry.optionalEntry()
          || !(guess(entry.key()) instanceof Constant(Object key))
          || !(guess(entry.value()) instanceof Constant(Object value))
          || all.put(key, value) != null) {
        return Guess.OPEN;
      }
    }
    return new Constant(all);
  }

  private Guess select(CelExpr.CelSelect select) {
    Guess operand = guess(select.operand());
    boolean chained =
        ast.getType(select.operand().id()).filter(OptionalType.class::isInstance).isPresent();
    Guess found = demands.found(operand, select.field());
    if (select.testOnly()) {
      return found.equals(Guess.NOTHING) ? Guess.FALSE : found.open() ? Guess.OPEN : Guess.SOME;
    }
    return chained ? found : bare(operand, found, select.field());
  }

  /** What is there without a question. */
  private Guess bare(Guess operand, Guess found, String field) {
    return switch (operand) {
      case Root(String shape) when terms.sure(shape, field) -> Guess.SOME;
      case Root root when found instanceof Maybe -> new Part(field, false, Optional.empty());
      case Root root -> found;
      case Part part when Demands.added(part.field(), field) -> Guess.SOME;
      default -> Guess.OPEN;
    };
  }

  private Guess call(CelExpr expr) {
    CelCall call = expr.call();
    List<CelExpr> arguments = new ArrayList<>(call.args());
    call.target()
        .filter(target -> !optionals(target))
        .ifPresent(target -> arguments.addFirst(target));
    return switch (call.function()) {
      case "_&&_" -> Joins.joined(guess(arguments.get(0)), guess(arguments.get(1)), Guess.FALSE);
      case "_||_" -> Joins.joined(guess(arguments.get(0)), guess(arguments.get(1)), Guess.TRUE);
      case "_?_:_" -> choice(guess(arguments.get(0)), arguments.get(1), arguments.get(2));
      case "_?._", "_[?_]" -> selected(arguments.get(0), arguments.get(1));
      case "_[_]" -> element(arguments.get(0), arguments.get(1));
      case "dyn" -> guess(arguments.get(0));
      case "orValue" -> Joins.orValue(guess(arguments.get(0)), guess(arguments.get(1)));
      default -> function(expr, arguments.stream().map(this::guess).toList());
    };
  }

  private static boolean optionals(CelExpr target) {
    return target.exprKind().getKind() == Kind.IDENT && target.ident().name().equals("optional");
  }

  private boolean chained(CelExpr expr) {
    return ast.getType(expr.id()).filter(OptionalType.class::isInstance).isPresent();
  }

  private Guess element(CelExpr operand, CelExpr key) {
    if (chained(operand)) {
      return selected(operand, key);
    }
    return guess(operand) instanceof Constant(Map<?, ?> map)
            && guess(key) instanceof Constant(String field)
            && map.get(field) instanceof Object value
        ? new Constant(value)
        : Guess.OPEN;
  }

  private Guess selected(CelExpr operand, CelExpr key) {
    return guess(key) instanceof Constant(String field)
        ? demands.found(guess(operand), field)
        : Guess.OPEN;
  }

  private Guess choice(Guess condition, CelExpr then, CelExpr otherwise) {
    if (condition.equals(Guess.TRUE) || condition.equals(Guess.FALSE)) {
      return guess(condition.equals(Guess.TRUE) ? then : otherwise);
    }
    Guess one = guess(then);
    Guess other = guess(otherwise);
    if (!(condition instanceof Some) || one.open() || other.open()) {
      return Guess.OPEN;
    }
    if (one.equals(other)) {
      return one;
    }
    return one.equals(Guess.EMPTY) && other instanceof Many
        ? other
        : other.equals(Guess.EMPTY) && one instanceof Many ? one : Guess.SOME;
  }

  private Guess function(CelExpr expr, List<Guess> arguments) {
    if (arguments.stream().allMatch(Constant.class::isInstance)) {
      return evaluated(expr, arguments);
    }
    if (arguments.getFirst() instanceof Context && terms.sureFunction(expr.call().function())) {
      return arguments.get(1) instanceof Constant ? Guess.SOME : Guess.OPEN;
    }
    if (arguments.stream().anyMatch(Guess::object)) {
      return Guess.OPEN;
    }
    return switch (expr.call().function()) {
      case "!_" -> Joins.truth(arguments.getFirst()) ? Guess.SOME : Guess.OPEN;
      case "_==_", "_!=_", "hasValue" -> Guess.SOME;
      case "@in" -> in(arguments.get(0), arguments.get(1));
      case "size" -> demands.elements(arguments.getFirst()).open() ? Guess.OPEN : Guess.SOME;
      case "_+_" -> plus(arguments.get(0), arguments.get(1));
      case "flatten" -> Joins.flat(arguments.getFirst());
      default -> Guess.OPEN;
    };
  }

  private Guess evaluated(CelExpr expr, List<Guess> arguments) {
    List<Node> nodes = new ArrayList<>();
    arguments.forEach(one -> nodes.add(new Node.Constant(((Constant) one).value())));
    Set<String> overloads =
        ast.getReference(expr.id())
            .map(CelReference::overloadIds)
            .map(Set::copyOf)
            .orElse(Set.of());
    String prefix = expr.call().target().filter(Guesses::optionals).isPresent() ? "optional." : "";
    try {
      Node node = functions.node(prefix + expr.call().function(), overloads, nodes);
      return new Constant(node.eval(new Object[0]));
    } catch (Unsupported | Retreat | EvaluationFailed beyond) {
      return Guess.OPEN;
    }
  }

  private Guess in(Guess element, Guess where) {
    if (where instanceof Constant(List<?> list)) {
      return Guess.SOME;
    }
    return element instanceof Constant && !demands.elements(where).open() || demands.keyed(where)
        ? Guess.SOME
        : Guess.OPEN;
  }

  private Guess plus(Guess left, Guess right) {
    Guess one = demands.elements(left);
    Guess other = demands.elements(right);
    if (one.open() || other.open()) {
      return Guess.OPEN;
    }
    if (left.equals(Guess.EMPTY)) {
      return right;
    }
    return right.equals(Guess.EMPTY) ? left : new Many(one.equals(other) ? one : Guess.SOME);
  }

  private Guess loop(CelComprehension loop) {
    if (!loop.iterVar2().isEmpty()
        || loop.loopStep().exprKind().getKind() != Kind.CALL && !bind(loop)) {
      return Guess.OPEN;
    }
    if (bind(loop)) {
      return with(loop.accuVar(), guess(loop.accuInit()), loop.result());
    }
    Guess range = range(loop.iterRange());
    CelCall step = loop.loopStep().call();
    List<CelExpr> parts = step.args();
    return switch (step.function()) {
      case "_&&_" -> quantified(loop, range, parts.get(1), Guess.FALSE);
      case "_||_" -> quantified(loop, range, parts.get(1), Guess.TRUE);
      case "_+_" -> collected(loop, range, Optional.empty(), loop.loopStep());
      case "_?_:_" -> collected(loop, range, Optional.of(parts.get(0)), parts.get(1));
      default -> Guess.OPEN;
    };
  }

  /** A map is gone through by its keys. */
  private Guess range(CelExpr expr) {
    Guess range = guess(expr);
    return range instanceof Constant(Map<?, ?> map)
        ? new Constant(List.copyOf(map.keySet()))
        : demands.keyed(range) ? new Many(Guess.SOME) : range;
  }

  private static boolean bind(CelComprehension loop) {
    return loop.iterRange().exprKind().getKind() == Kind.LIST
        && loop.iterRange().list().elements().isEmpty()
        && loop.loopCondition().exprKind().getKind() == Kind.CONSTANT
        && !loop.loopCondition().constant().booleanValue();
  }

  private Guess with(String name, Guess value, CelExpr body) {
    Guess outer = bound.put(name, value);
    Guess result = guess(body);
    if (outer == null) {
      bound.remove(name);
    } else {
      bound.put(name, outer);
    }
    return result;
  }

  /** {@code exists} when {@code decisive} is true, else {@code all}. */
  private Guess quantified(CelComprehension loop, Guess range, CelExpr condition, Guess decisive) {
    Guess rest = decisive.equals(Guess.TRUE) ? Guess.FALSE : Guess.TRUE;
    Optional<List<Guess>> items = Joins.items(range);
    if (items.isPresent()) {
      Guess result = rest;
      for (Guess one : items.get()) {
        result = Joins.joined(result, with(loop.iterVar(), one, condition), decisive);
      }
      return result;
    }
    Guess element = demands.elements(range);
    Guess each = element.open() ? Guess.OPEN : with(loop.iterVar(), element, condition);
    return each.equals(rest) ? rest : Joins.truth(each) ? Guess.SOME : Guess.OPEN;
  }

  private Guess collected(
      CelComprehension loop, Guess range, Optional<CelExpr> condition, CelExpr appended) {
    CelExpr element = appended(appended);
    Optional<List<Guess>> items = Joins.items(range);
    if (items.isPresent()) {
      return collected(loop, items.get(), condition, element);
    }
    Guess one = demands.elements(range);
    Guess wanted =
        one.open()
            ? Guess.OPEN
            : condition.map(asks -> with(loop.iterVar(), one, asks)).orElse(Guess.TRUE);
    if (wanted.equals(Guess.FALSE)) {
      return Guess.EMPTY;
    }
    Guess value = Joins.truth(wanted) ? with(loop.iterVar(), one, element) : Guess.OPEN;
    return value.open() ? Guess.OPEN : new Many(value);
  }

  private Guess collected(
      CelComprehension loop, List<Guess> all, Optional<CelExpr> condition, CelExpr element) {
    var found = new ArrayList<Guess>();
    boolean sure = true;
    for (Guess one : all) {
      Guess wanted = condition.map(asks -> with(loop.iterVar(), one, asks)).orElse(Guess.TRUE);
      if (wanted.equals(Guess.FALSE)) {
        continue;
      }
      Guess value = Joins.truth(wanted) ? with(loop.iterVar(), one, element) : Guess.OPEN;
      if (value.open()) {
        return Guess.OPEN;
      }
      sure = sure && wanted.equals(Guess.TRUE);
      found.add(value);
    }
    return sure ? Joins.listed(found) : new Many(Guess.SOME);
  }

  /** The x of {@code accumulator + [x]}. */
  private static CelExpr appended(CelExpr expr) {
    return expr.call().args().get(1).list().elements().get(0);
  }
}
