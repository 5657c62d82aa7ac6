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
import dev.plumbline.check.cel.Guess.Items;
import dev.plumbline.check.cel.Guess.Many;
import dev.plumbline.check.cel.Guess.Maybe;
import dev.plumbline.check.cel.Guess.Open;
import dev.plumbline.check.cel.Guess.Part;
import dev.plumbline.check.cel.Guess.Root;
import dev.plumbline.check.cel.Guess.Some;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows an expression before anything is read, some fields taken to be absent. Where it says that
 * a value is constant, evaluation yields that value or dev.cel does.
 */
final class Guesses {

  /** What is said of a container although its document does not. */
  private static final String ADDED = "list";

  private static final String CONTAINERS = "containers";

  private static final Guess SOME = new Some();
  private static final Guess OPEN = new Open();

  private final CelAbstractSyntaxTree ast;
  private final Terms terms;
  private final Functions functions;
  private final Predicate<String> absent;
  private final Set<String> asked;
  private final Set<String> maps = new LinkedHashSet<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> elements = new LinkedHashSet<>();
  private final Map<String, Guess> bound = new HashMap<>();

  /**
   * @param absent fields taken to be absent
   * @param asked every field of the document that was asked for, added to
   */
  Guesses(
      CelAbstractSyntaxTree ast,
      Terms terms,
      Functions functions,
      Predicate<String> absent,
      Set<String> asked) {
    this.ast = ast;
    this.terms = terms;
    this.functions = functions;
    this.absent = absent;
    this.asked = asked;
  }

  boolean yieldsNothing() {
    return guess(ast.getExpr()).equals(Guess.EMPTY);
  }

  /** What it took for granted besides. */
  Silence silence(Set<String> fields) {
    return new Silence(fields, maps, lists, elements);
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
      case STRUCT, NOT_SET -> OPEN;
    };
  }

  private static Guess constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> new Constant(constant.stringValue());
      case INT64_VALUE -> new Constant(constant.int64Value());
      case BOOLEAN_VALUE -> new Constant(constant.booleanValue());
      case DOUBLE_VALUE -> new Constant(constant.doubleValue());
      default -> OPEN;
    };
  }

  private Guess ident(CelExpr expr) {
    Guess known = bound.get(expr.ident().name());
    if (known != null) {
      return known;
    }
    String shape = ast.getType(expr.id()).map(CelType::name).orElse("");
    return terms.documented(shape) ? new Root(shape) : terms.context(shape) ? new Context() : OPEN;
  }

  private Guess list(CelExpr.CelList list) {
    List<Guess> all = list.elements().stream().map(this::guess).toList();
    return list.optionalIndices().isEmpty() && all.stream().noneMatch(Guess::open)
        ? listed(all)
        : OPEN;
  }

  private static Guess listed(List<Guess> all) {
    return all.stream().allMatch(Constant.class::isInstance)
        ? new Constant(all.stream().map(one -> ((Constant) one).value()).toList())
        : new Items(all);
  }

  private static Optional<List<Guess>> items(Guess range) {
    return switch (range) {
      case Items(List<Guess> all) -> Optional.of(all);
      case Constant(List<?> all) ->
          Optional.of(all.stream().map(one -> (Guess) new Constant(one)).toList());
      default -> Optional.empty();
    };
  }

  private Guess map(CelExpr.CelMap map) {
    var all = new LinkedHashMap<Object, Object>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      if (entry.optionalEntry()
          || !(guess(entry.key()) instanceof Constant(Object key))
          || !(guess(entry.value()) instanceof Constant(Object value))
          || all.put(key, value) != null) {
        return OPEN;
      }
    }
    return new Constant(all);
  }

  private Guess select(CelExpr.CelSelect select) {
    Guess operand = guess(select.operand());
    boolean chained =
        ast.getType(select.operand().id()).filter(OptionalType.class::isInstance).isPresent();
    Guess found = found(operand, select.field());
    if (select.testOnly()) {
      return found.equals(Guess.NOTHING) ? Guess.FALSE : found.open() ? OPEN : SOME;
    }
    return chained ? found : bare(operand, found, select.field());
  }

  /** What is there without a question. */
  private Guess bare(Guess operand, Guess found, String field) {
    return switch (operand) {
      case Root(String shape) when terms.sure(shape, field) -> SOME;
      case Root root when found instanceof Maybe -> new Part(field, false, Optional.empty());
      case Root root -> found;
      case Part part when part.field().equals(CONTAINERS) && field.equals(ADDED) -> SOME;
      default -> OPEN;
    };
  }

  /** A field, as an optional. */
  private Guess found(Guess operand, String field) {
    return switch (operand) {
      case Root(String shape) -> terms.document(shape, field) ? ofRoot(field) : OPEN;
      case Part part when part.otherwise().isEmpty() || part.stands(Map.class) ->
          within(part.element() ? elements : maps, part.field(), field);
      case Maybe(String outer) -> within(maps, outer, field);
      case Constant(Optional<?> none) when none.isEmpty() -> Guess.NOTHING;
      case Constant(Map<?, ?> map) -> new Constant(Optional.ofNullable(map.get(field)));
      default -> OPEN;
    };
  }

  private static Guess ofRoot(String field) {
    return field.equals(CONTAINERS)
        ? new Many(new Part(field, true, Optional.empty()))
        : new Maybe(field);
  }

  private Guess within(Set<String> kind, String outer, String field) {
    kind.add(outer);
    if (outer.equals(CONTAINERS) && field.equals(ADDED)) {
      return new Maybe(field);
    }
    if (outer.isEmpty()) {
      return OPEN;
    }
    asked.add(field);
    return absent.test(field)
        ? Guess.NOTHING
        : new Maybe(Silence.FREE.contains(outer) ? "" : field);
  }

  private Guess call(CelExpr expr) {
    CelCall call = expr.call();
    List<CelExpr> arguments = new ArrayList<>(call.args());
    call.target()
        .filter(target -> !optionals(target))
        .ifPresent(target -> arguments.addFirst(target));
    return switch (call.function()) {
      case "_&&_" -> joined(guess(arguments.get(0)), guess(arguments.get(1)), Guess.FALSE);
      case "_||_" -> joined(guess(arguments.get(0)), guess(arguments.get(1)), Guess.TRUE);
      case "_?_:_" -> choice(guess(arguments.get(0)), arguments.get(1), arguments.get(2));
      case "_?._", "_[?_]" -> selected(arguments.get(0), arguments.get(1));
      case "_[_]" -> element(arguments.get(0), arguments.get(1));
      case "dyn" -> guess(arguments.get(0));
      case "orValue" -> orValue(guess(arguments.get(0)), guess(arguments.get(1)));
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
        : OPEN;
  }

  private Guess selected(CelExpr operand, CelExpr key) {
    return guess(key) instanceof Constant(String field) ? found(guess(operand), field) : OPEN;
  }

  /** One side that decides is enough, even if the other fails. */
  private static Guess joined(Guess left, Guess right, Guess decisive) {
    if (left.equals(decisive) || right.equals(decisive)) {
      return decisive;
    }
    if (left instanceof Constant && right instanceof Constant) {
      return left.equals(right) ? left : OPEN;
    }
    return truth(left) && truth(right) ? SOME : OPEN;
  }

  private static boolean truth(Guess guess) {
    return guess instanceof Some || guess.equals(Guess.TRUE) || guess.equals(Guess.FALSE);
  }

  private Guess choice(Guess condition, CelExpr then, CelExpr otherwise) {
    if (condition.equals(Guess.TRUE) || condition.equals(Guess.FALSE)) {
      return guess(condition.equals(Guess.TRUE) ? then : otherwise);
    }
    Guess one = guess(then);
    Guess other = guess(otherwise);
    if (!(condition instanceof Some) || one.open() || other.open()) {
      return OPEN;
    }
    if (one.equals(other)) {
      return one;
    }
    return one.equals(Guess.EMPTY) && other instanceof Many
        ? other
        : other.equals(Guess.EMPTY) && one instanceof Many ? one : SOME;
  }

  private static Guess orValue(Guess optional, Guess otherwise) {
    return switch (optional) {
      case Constant(Optional<?> value) -> value.isPresent() ? new Constant(value.get()) : otherwise;
      case Maybe(String field) when otherwise instanceof Constant(Object value) ->
          new Part(field, false, Optional.of(value));
      default -> OPEN;
    };
  }

  private Guess function(CelExpr expr, List<Guess> arguments) {
    if (arguments.stream().allMatch(Constant.class::isInstance)) {
      return evaluated(expr, arguments);
    }
    if (arguments.getFirst() instanceof Context && terms.sureFunction(expr.call().function())) {
      return arguments.get(1) instanceof Constant ? SOME : OPEN;
    }
    if (arguments.stream().anyMatch(Guess::object)) {
      return OPEN;
    }
    return switch (expr.call().function()) {
      case "!_" -> truth(arguments.getFirst()) ? SOME : OPEN;
      case "_==_", "_!=_", "hasValue" -> SOME;
      case "@in" -> in(arguments.get(0), arguments.get(1));
      case "size" -> elements(arguments.getFirst()).open() ? OPEN : SOME;
      case "_+_" -> plus(arguments.get(0), arguments.get(1));
      case "flatten" -> flat(arguments.getFirst());
      default -> OPEN;
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
      return OPEN;
    }
  }

  private Guess in(Guess element, Guess where) {
    if (where instanceof Constant(List<?> list)) {
      return SOME;
    }
    return element instanceof Constant && !elements(where).open() || keyed(where) ? SOME : OPEN;
  }

  /** Whether the kind of such fields can be asked for. */
  private static boolean known(Part part) {
    return !part.element() && !part.field().isEmpty();
  }

  /** Whether it is a map. */
  private boolean keyed(Guess where) {
    if (where instanceof Part part && known(part) && part.stands(Map.class)) {
      maps.add(part.field());
      return true;
    }
    return false;
  }

  private Guess plus(Guess left, Guess right) {
    Guess one = elements(left);
    Guess other = elements(right);
    if (one.open() || other.open()) {
      return OPEN;
    }
    if (left.equals(Guess.EMPTY)) {
      return right;
    }
    return right.equals(Guess.EMPTY) ? left : new Many(one.equals(other) ? one : SOME);
  }

  private static Guess flat(Guess lists) {
    return switch (lists) {
      case Many(Guess inner) when inner.equals(Guess.EMPTY) -> Guess.EMPTY;
      case Many(Many inner) -> inner;
      default -> OPEN;
    };
  }

  /** What each element of a list is. */
  private Guess elements(Guess list) {
    return switch (list) {
      case Many(Guess element) -> element;
      case Constant(List<?> all) -> SOME;
      case Items items -> SOME;
      case Part part when known(part) && part.stands(List.class) -> {
        lists.add(part.field());
        yield new Part(part.field(), true, Optional.empty());
      }
      default -> OPEN;
    };
  }

  private Guess loop(CelComprehension loop) {
    if (!loop.iterVar2().isEmpty()
        || loop.loopStep().exprKind().getKind() != Kind.CALL && !bind(loop)) {
      return OPEN;
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
      default -> OPEN;
    };
  }

  /** A map is gone through by its keys. */
  private Guess range(CelExpr expr) {
    Guess range = guess(expr);
    return range instanceof Constant(Map<?, ?> map)
        ? new Constant(List.copyOf(map.keySet()))
        : keyed(range) ? new Many(SOME) : range;
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
    Optional<List<Guess>> items = items(range);
    if (items.isPresent()) {
      Guess result = rest;
      for (Guess one : items.get()) {
        result = joined(result, with(loop.iterVar(), one, condition), decisive);
      }
      return result;
    }
    Guess element = elements(range);
    Guess each = element.open() ? OPEN : with(loop.iterVar(), element, condition);
    return each.equals(rest) ? rest : truth(each) ? SOME : OPEN;
  }

  private Guess collected(
      CelComprehension loop, Guess range, Optional<CelExpr> condition, CelExpr appended) {
    CelExpr element = appended(appended);
    Optional<List<Guess>> items = items(range);
    if (items.isPresent()) {
      return collected(loop, items.get(), condition, element);
    }
    Guess one = elements(range);
    Guess wanted =
        one.open()
            ? OPEN
            : condition.map(asks -> with(loop.iterVar(), one, asks)).orElse(Guess.TRUE);
    if (wanted.equals(Guess.FALSE)) {
      return Guess.EMPTY;
    }
    Guess value = truth(wanted) ? with(loop.iterVar(), one, element) : OPEN;
    return value.open() ? OPEN : new Many(value);
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
      Guess value = truth(wanted) ? with(loop.iterVar(), one, element) : OPEN;
      if (value.open()) {
        return OPEN;
      }
      sure = sure && wanted.equals(Guess.TRUE);
      found.add(value);
    }
    return sure ? listed(found) : new Many(SOME);
  }

  /** The x of {@code accumulator + [x]}. */
  private static CelExpr appended(CelExpr expr) {
    return expr.call().args().get(1).list().elements().get(0);
  }
}
