package dev.plumbline.inventory.fact.admission.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The names that a syntax tree reads; a function that is not known is no tree for us. */
final class Names {

  private final Set<String> found = new TreeSet<>();

  private Names() {}

  static Set<String> of(CelExpr root) {
    var names = new Names();
    names.walk(root, Set.of());
    return Set.copyOf(names.found);
  }

  private void walk(CelExpr tree, Set<String> bound) {
    switch (tree.getKind()) {
      case IDENT -> name(tree.ident().name(), bound);
      case SELECT -> walk(tree.select().operand(), bound);
      case CALL -> call(tree.call(), bound);
      case LIST -> tree.list().elements().forEach(element -> walk(element, bound));
      case MAP ->
          tree.map()
              .entries()
              .forEach(entry -> {
                walk(entry.key(), bound);
                walk(entry.value(), bound);
              });
      case COMPREHENSION -> loop(tree.comprehension(), bound);
      case STRUCT ->
          throw new NotUnderstood("uses messages of type " + tree.struct().messageName());
      case CONSTANT, NOT_SET -> {}
    }
  }

  private void name(String name, Set<String> bound) {
    if (!bound.contains(name) && !Kinds.NAMES.contains(name)) {
      found.add(name);
    }
  }

  private void call(CelCall call, Set<String> bound) {
    if (!Functions.known(call)) {
      throw new NotUnderstood("uses " + Functions.name(call) + "()");
    }
    if (!Functions.inLibrary(call)) {
      call.target().ifPresent(target -> walk(target, bound));
    }
    call.args().forEach(argument -> walk(argument, bound));
  }

  private void loop(CelComprehension loop, Set<String> bound) {
    walk(loop.iterRange(), bound);
    walk(loop.accuInit(), bound);
    var inside = new HashSet<>(bound);
    inside.add(loop.accuVar());
    walk(loop.result(), Set.copyOf(inside));
    inside.add(loop.iterVar());
    inside.add(loop.iterVar2());
    walk(loop.loopCondition(), inside);
    walk(loop.loopStep(), inside);
  }
}
