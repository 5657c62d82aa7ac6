package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.OptionalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles a checked tree into nested nodes. */
final class Closures {

  private static final Map<String, Class<?>> TYPES =
      Map.of("string", String.class, "int", Long.class, "bool", Boolean.class);
  private static final Node TRUE = new Node.Constant(true);

  private final CelAbstractSyntaxTree ast;
  private final Weave weave;
  private final Map<String, Integer> variables = new LinkedHashMap<>();
  private final Map<String, Integer> bound = new HashMap<>();
  private int slots;

  Closures(CelAbstractSyntaxTree ast, Weave weave) {
    this.ast = ast;
    this.weave = weave;
    this.slots = weave.reserved();
  }

  /**
   * @throws Unsupported naming what is not covered
   */
  Expression compile(Expression otherwise) throws Unsupported {
    Node root = node(ast.getExpr());
    return new Compiled(root, names(), places(), slots, otherwise);
  }

  /**
   * @throws Unsupported naming what is not covered
   */
  Expression metered() throws Unsupported {
    Node root = node(ast.getExpr());
    return new MeteredExpression(root, names(), places(), slots, new Meter.Purse().meter());
  }

  private String[] names() {
    return variables.keySet().stream().map(String::intern).toArray(String[]::new);
  }

  private int[] places() {
    return variables.values().stream().mapToInt(Integer::intValue).toArray();
  }

  record Compiled(Node root, String[] names, int[] places, int slots, Expression otherwise)
      implements Expression {

    @Override
    public Object evaluate(Map<String, Object> variables) {
      try {
        Object[] values = new Object[slots];
        for (int i = 0; i < names.length; i++) {
          Object value = variables.get(names[i]);
          if (value == null) {
            throw Retreat.NOW;
          }
          values[places[i]] = value;
        }
        return root.eval(values);
      } catch (Retreat | EvaluationFailed left) {
        return otherwise.evaluate(variables);
      }
    }
  }

  private Node node(CelExpr expr) throws Unsupported {
    try {
      return weave.around(expr, bare(expr));
    } catch (Unsupported e) {
      throw e.at(expr.id());
    }
  }

  private Node bare(CelExpr expr) throws Unsupported {
    return switch (expr.exprKind().getKind()) {
      case CONSTANT -> new Node.Constant(constant(expr.constant()));
      case IDENT -> ident(expr.ident().name());
      case SELECT -> select(expr.select());
      case CALL -> call(expr);
      case LIST -> list(expr.list());
      case COMPREHENSION -> loop(expr.comprehension());
      case MAP -> map(expr.map());
      case STRUCT, NOT_SET -> throw new Unsupported("a message");
    };
  }

  private static Object constant(CelConstant constant) throws Unsupported {
    return switch (constant.getKind()) {
      case STRING_VALUE -> constant.stringValue();
      case INT64_VALUE -> constant.int64Value();
      case BOOLEAN_VALUE -> constant.booleanValue();
      case DOUBLE_VALUE -> constant.doubleValue();
      default -> throw new Unsupported("a constant: " + constant.getKind());
    };
  }

  private Node ident(String name) {
    Integer inner = bound.get(name);
    return new Node.Slot(inner == null ? variables.computeIfAbsent(name, n -> slots++) : inner);
  }

  private Node select(CelExpr.CelSelect select) throws Unsupported {
    Node operand = node(select.operand());
    boolean chained = optional(select.operand());
    if (select.testOnly()) {
      return Selections.present(operand, chained, select.field().intern());
    }
    return chained
        ? Selections.optional(operand, true, select.field().intern())
        : Selections.field(operand, select.field().intern());
  }

  private Node list(CelExpr.CelList list) throws Unsupported {
    if (!list.optionalIndices().isEmpty()) {
      throw new Unsupported("a list with optional elements");
    }
    List<Node> nodes = nodes(list.elements());
    if (nodes.stream().allMatch(Node.Constant.class::isInstance)) {
      return new Node.Constant(nodes.stream().map(node -> node.eval(new Object[0])).toList());
    }
    return elements(nodes.toArray(Node[]::new));
  }

  private static Node elements(Node... elements) {
    return new Node() {
      @Override
      Object eval(Object[] slots) {
        var values = new ArrayList<Object>(elements.length);
        for (Node element : elements) {
          values.add(element.eval(slots));
        }
        return values;
      }

      @Override
      void write(Assembly to) {
        to.list(elements);
      }
    };
  }

  private Node map(CelExpr.CelMap map) throws Unsupported {
    var keys = new ArrayList<Node>();
    var values = new ArrayList<Node>();
    for (CelExpr.CelMap.Entry entry : map.entries()) {
      if (entry.optionalEntry()) {
        throw new Unsupported("a map with optional entries");
      }
      keys.add(node(entry.key()));
      values.add(node(entry.value()));
    }
    Node made = map(keys, values);
    return Stream.of(keys, values).flatMap(List::stream).allMatch(Node.Constant.class::isInstance)
        ? new Node.Constant(made.eval(new Object[0]))
        : made;
  }

  private static Node map(List<Node> keys, List<Node> values) {
    Node[] all = new Node[2 * keys.size()];
    for (int i = 0; i < keys.size(); i++) {
      all[2 * i] = keys.get(i);
      all[2 * i + 1] = values.get(i);
    }
    return Calls.one(elements(all), Closures::map);
  }

  /** Of keys and values in turn. */
  private static Object map(Object keysAndValues) {
    List<?> all = (List<?>) keysAndValues;
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < all.size(); i += 2) {
      if (map.put(Calls.text(all.get(i)), all.get(i + 1)) != null) {
        throw Retreat.NOW;
      }
    }
    return map;
  }

  private List<Node> nodes(List<CelExpr> all) throws Unsupported {
    var nodes = new ArrayList<Node>();
    for (CelExpr one : all) {
      nodes.add(node(one));
    }
    return nodes;
  }

  private Node call(CelExpr expr) throws Unsupported {
    CelCall call = expr.call();
    Class<?> type = comparedType(call);
    if (type != null) {
      return Selections.is(node(call.args().getFirst().call().args().getFirst()), type);
    }
    if (call.function().equals("_?._")) {
      CelExpr operand = call.args().get(0);
      String field = call.args().get(1).constant().stringValue().intern();
      return Selections.optional(node(operand), optional(operand), field);
    }
    if (call.function().equals("_[?_]") || call.function().equals("_[_]")) {
      CelExpr operand = call.args().get(0);
      Node key = node(call.args().get(1));
      return call.function().equals("_[?_]") || optional(operand)
          ? Selections.optionalElement(node(operand), optional(operand), key)
          : Selections.element(Guards.first(overloads(expr), node(operand)), key);
    }
    var arguments = new ArrayList<Node>();
    if (call.target().isPresent() && !namespace(call)) {
      arguments.add(node(call.target().get()));
    }
    arguments.addAll(nodes(call.args()));
    String prefix = namespace(call) ? "optional." : "";
    return weave.function(prefix + call.function(), overloads(expr), arguments);
  }

  /** The class that {@code type(a) == string} and its kin ask for, null for any other call. */
  private @Nullable Class<?> comparedType(CelCall call) {
    boolean compared =
        call.function().equals("_==_")
            && call.args().get(0).exprKind().getKind() == Kind.CALL
            && call.args().get(0).call().function().equals("type")
            && call.args().get(1).exprKind().getKind() == Kind.IDENT;
    String name = compared ? call.args().get(1).ident().name() : "";
    return bound.containsKey(name) ? null : TYPES.get(name);
  }

  /** The functions of this name that fit the types. */
  private Set<String> overloads(CelExpr expr) {
    return ast.getReference(expr.id())
        .map(CelReference::overloadIds)
        .map(Set::copyOf)
        .orElse(Set.of());
  }

  /** {@code optional.of} is one name, not a call on a variable. */
  private static boolean namespace(CelCall call) {
    return call.target()
        .filter(target -> target.exprKind().getKind() == Kind.IDENT)
        .filter(target -> target.ident().name().equals("optional"))
        .isPresent();
  }

  private Node loop(CelComprehension loop) throws Unsupported {
    if (!loop.iterVar2().isEmpty()) {
      throw new Unsupported("a loop with two variables");
    }
    return isBind(loop) ? bind(loop) : macro(loop);
  }

  private static boolean isBind(CelComprehension loop) {
    return loop.iterRange().exprKind().getKind() == Kind.LIST
        && loop.iterRange().list().elements().isEmpty()
        && loop.loopCondition().exprKind().getKind() == Kind.CONSTANT
        && !loop.loopCondition().constant().booleanValue();
  }

  private Node bind(CelComprehension loop) throws Unsupported {
    Node value = node(loop.accuInit());
    int slot = slots++;
    Optional<Integer> outer = Optional.ofNullable(bound.put(loop.accuVar(), slot));
    Node body = node(loop.result());
    restore(loop.accuVar(), outer);
    return weave.bind(slot, value, body);
  }

  private void restore(String name, Optional<Integer> outer) {
    outer.ifPresentOrElse(slot -> bound.put(name, slot), () -> bound.remove(name));
  }

  private Node macro(CelComprehension loop) throws Unsupported {
    Node range = node(loop.iterRange());
    int slot = slots++;
    Optional<Integer> outer = Optional.ofNullable(bound.put(loop.iterVar(), slot));
    Node node = step(loop, range, slot);
    restore(loop.iterVar(), outer);
    return node;
  }

  private Node step(CelComprehension loop, Node range, int slot) throws Unsupported {
    if (loop.loopStep().exprKind().getKind() != Kind.CALL || !isAccumulator(loop, loop.result())) {
      throw new Unsupported("a loop of an unusual form");
    }
    CelCall step = loop.loopStep().call();
    List<CelExpr> arguments = step.args();
    return switch (step.function()) {
      case "_&&_" -> weave.quantify(range, slot, second(loop, arguments), false);
      case "_||_" -> weave.quantify(range, slot, second(loop, arguments), true);
      case "_+_" -> weave.collect(range, slot, TRUE, appended(loop, loop.loopStep()));
      case "_?_:_" -> {
        if (!isAccumulator(loop, arguments.get(2))) {
          throw new Unsupported("a loop of an unusual form");
        }
        Node condition = node(arguments.get(0));
        yield weave.collect(range, slot, condition, appended(loop, arguments.get(1)));
      }
      default -> throw new Unsupported("a loop of an unusual form");
    };
  }

  private Node second(CelComprehension loop, List<CelExpr> arguments) throws Unsupported {
    if (!isAccumulator(loop, arguments.get(0))) {
      throw new Unsupported("a loop of an unusual form");
    }
    return node(arguments.get(1));
  }

  /** The x of {@code accumulator + [x]}. */
  private Node appended(CelComprehension loop, CelExpr expr) throws Unsupported {
    boolean usual =
        expr.exprKind().getKind() == Kind.CALL
            && expr.call().function().equals("_+_")
            && isAccumulator(loop, expr.call().args().get(0))
            && expr.call().args().get(1).exprKind().getKind() == Kind.LIST
            && expr.call().args().get(1).list().elements().size() == 1;
    if (!usual) {
      throw new Unsupported("a loop of an unusual form");
    }
    return node(expr.call().args().get(1).list().elements().get(0));
  }

  private static boolean isAccumulator(CelComprehension loop, CelExpr expr) {
    return expr.exprKind().getKind() == Kind.IDENT && expr.ident().name().equals(loop.accuVar());
  }

  private boolean optional(CelExpr expr) {
    return ast.getType(expr.id()).filter(OptionalType.class::isInstance).isPresent();
  }
}
