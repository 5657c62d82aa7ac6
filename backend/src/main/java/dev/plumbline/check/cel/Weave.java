package dev.plumbline.check.cel;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;

/** How nodes are joined. */
class Weave {

  private final Functions functions;

  Weave(Functions functions) {
    this.functions = functions;
  }

  /** Slots that are taken before the first variable. */
  int reserved() {
    return 0;
  }

  Node around(CelExpr expr, Node node) {
    return node;
  }

  Node function(String name, Set<String> overloads, List<Node> arguments) throws Unsupported {
    return functions.node(name, overloads, arguments);
  }

  Node collect(Node range, int slot, Node condition, Node element) {
    return Loops.collect(range, slot, condition, element);
  }

  Node quantify(Node range, int slot, Node condition, boolean wanted) {
    return Loops.quantify(range, slot, condition, wanted);
  }

  Node bind(int slot, Node value, Node body) {
    return Loops.bind(slot, value, body);
  }
}
