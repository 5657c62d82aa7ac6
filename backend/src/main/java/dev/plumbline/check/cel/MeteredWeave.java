package dev.plumbline.check.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;

/** Joins nodes so that every step counts against a {@link Meter} and none is left to dev.cel. */
final class MeteredWeave extends Weave {

  private final CelAbstractSyntaxTree ast;
  private final Functions functions;

  MeteredWeave(CelAbstractSyntaxTree ast, Functions functions) {
    super(functions);
    this.ast = ast;
    this.functions = functions;
  }

  @Override
  int reserved() {
    return 1;
  }

  @Override
  Node around(CelExpr expr, Node node) {
    if (node instanceof Node.Constant) {
      return node;
    }
    String where = Places.of(ast, expr.id()).words() + ": " + Places.name(expr);
    return node instanceof Node.Slot ? new Metered.Variable(node) : new Metered(node, where);
  }

  @Override
  Node function(String name, Set<String> overloads, List<Node> arguments) throws Unsupported {
    return switch (name + "/" + arguments.size()) {
      case "_&&_/2" -> Absorbing.both(arguments.get(0), arguments.get(1), false);
      case "_||_/2" -> Absorbing.both(arguments.get(0), arguments.get(1), true);
      case "_==_/2" -> Equality.of(arguments.get(0), arguments.get(1), true);
      case "_!=_/2" -> Equality.of(arguments.get(0), arguments.get(1), false);
      case "@in/2" -> in(overloads, arguments);
      case "flatten/1" -> Costly.flatten(arguments.get(0));
      case "join/1", "join/2" -> Costly.join(arguments);
      case "contains/2" -> Costly.contains(arguments.get(0), arguments.get(1));
      case "matches/2" -> Costly.matches(arguments.get(0), arguments.get(1));
      default -> other(name, overloads, arguments);
    };
  }

  private Node in(Set<String> overloads, List<Node> arguments) throws Unsupported {
    boolean texts =
        arguments.get(1) instanceof Node.Constant constant
            && constant.eval(new Object[0]) instanceof List<?> known
            && known.stream().allMatch(String.class::isInstance);
    return texts
        ? super.function("@in", overloads, arguments)
        : Equality.in(arguments.get(0), Guards.second(overloads, arguments.get(1)));
  }

  private Node other(String name, Set<String> overloads, List<Node> arguments) throws Unsupported {
    Node more = More.function(name, arguments);
    if (more != null) {
      return more;
    }
    Node node = super.function(name, overloads, arguments);
    return functions.member(name) ? Costly.member(node) : node;
  }

  @Override
  Node collect(Node range, int slot, Node condition, Node element) {
    return Absorbing.collect(range, slot, condition, element);
  }

  @Override
  Node quantify(Node range, int slot, Node condition, boolean wanted) {
    return Absorbing.quantify(range, slot, condition, wanted);
  }

  @Override
  Node bind(int slot, Node value, Node body) {
    return Absorbing.bind(slot, value, body);
  }
}
