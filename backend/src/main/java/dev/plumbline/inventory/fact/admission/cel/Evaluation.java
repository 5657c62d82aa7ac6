package dev.plumbline.inventory.fact.admission.cel;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelList;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.CelSelect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One walk over a syntax tree; an error in one branch may be made up for by the other. */
final class Evaluation {

  private final Variables variables;
  private final Meter meter;

  Evaluation(Variables variables, Meter meter) {
    this.variables = variables;
    this.meter = meter;
  }

  Object of(CelExpr tree, Scope scope) {
    meter.step();
    return switch (tree.getKind()) {
      case CONSTANT -> constant(tree.constant());
      case IDENT -> name(tree.ident().name(), scope);
      case SELECT -> select(tree.select(), scope);
      case CALL -> call(tree.call(), scope);
      case LIST -> list(tree.list(), scope);
      case MAP -> map(tree.map(), scope);
      case COMPREHENSION -> loop(tree.comprehension(), scope);
      case STRUCT, NOT_SET -> throw new NotUnderstood("uses messages");
    };
  }

  private static Object constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case NULL_VALUE -> Null.NULL;
      case BOOLEAN_VALUE -> constant.booleanValue();
      case INT64_VALUE -> constant.int64Value();
      case DOUBLE_VALUE -> constant.doubleValue();
      case STRING_VALUE -> constant.stringValue();
      default -> throw new NotUnderstood("uses unsigned integers or bytes");
    };
  }

  private Object name(String name, Scope scope) {
    Object value =
        scope
            .find(name)
            .or(() -> variables.find(name))
            .or(() -> Optional.of(new Kinds.Named(name)).filter(it -> Kinds.NAMES.contains(name)))
            .orElseThrow(() -> new Failed("no such name: " + name));
    if (value instanceof Failed failed) {
      throw failed;
    }
    return value;
  }

  private Object select(CelSelect select, Scope scope) {
    Object operand = of(select.operand(), scope);
    return select.testOnly()
        ? Members.has(operand, select.field())
        : Members.get(operand, select.field());
  }

  private Object call(CelCall call, Scope scope) {
    return switch (call.function()) {
      case "_&&_" -> decide(call, scope, false);
      case "_||_" -> decide(call, scope, true);
      case "_?_:_" -> choose(call, scope);
      case "@not_strictly_false", "__not_strictly_false__" ->
          !Boolean.FALSE.equals(attempt(call.args().get(0), scope));
      case "or", "orValue" -> otherwise(call, scope);
      default -> Functions.call(call, arguments(call, scope), meter);
    };
  }

  /** {@code decider} on either side decides, whatever becomes of the other. */
  private Object decide(CelCall call, Scope scope, boolean decider) {
    Object left = attempt(call.args().get(0), scope);
    if (left.equals(decider)) {
      return decider;
    }
    Object right = attempt(call.args().get(1), scope);
    if (right.equals(decider)) {
      return decider;
    }
    return truth(left) == truth(right) && !decider;
  }

  private static boolean truth(Object value) {
    if (value instanceof Failed failed) {
      throw failed;
    }
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw Failed.noOverload("_&&_", List.of(value));
  }

  private Object choose(CelCall call, Scope scope) {
    return of(call.args().get(truth(of(call.args().get(0), scope)) ? 1 : 2), scope);
  }

  private Object otherwise(CelCall call, Scope scope) {
    if (call.target().isPresent()
        && of(call.target().get(), scope) instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        return of(call.args().get(0), scope);
      }
      return call.function().equals("or") ? optional : optional.get();
    }
    throw Failed.noOverload(call.function(), List.of());
  }

  private Object attempt(CelExpr tree, Scope scope) {
    try {
      return of(tree, scope);
    } catch (Failed failed) {
      return failed;
    }
  }

  private List<Object> arguments(CelCall call, Scope scope) {
    List<Object> arguments = new ArrayList<>(call.args().size() + 1);
    if (!Functions.inLibrary(call)) {
      call.target().ifPresent(target -> arguments.add(of(target, scope)));
    }
    call.args().forEach(argument -> arguments.add(of(argument, scope)));
    return arguments;
  }

  private Object list(CelList list, Scope scope) {
    List<Object> values = new ArrayList<>(list.elements().size());
    for (int i = 0; i < list.elements().size(); i++) {
      Object value = of(list.elements().get(i), scope);
      if (!list.optionalIndices().contains(i)) {
        values.add(value);
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(values::add);
      }
    }
    return values;
  }

  private Object map(CelMap map, Scope scope) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (CelMap.Entry entry : map.entries()) {
      Object key = of(entry.key(), scope);
      Object value = of(entry.value(), scope);
      if (!entry.optionalEntry()) {
        values.put(key, value);
      } else if (value instanceof Optional<?> optional) {
        optional.ifPresent(present -> values.put(key, present));
      }
    }
    return values;
  }

  private Object loop(CelComprehension loop, Scope outside) {
    Object range = of(loop.iterRange(), outside);
    Object result = attempt(loop.accuInit(), outside);
    for (Map.Entry<Object, Object> each : Members.each(range, !loop.iterVar2().isEmpty())) {
      meter.step();
      Scope inside =
          outside
              .with(loop.iterVar(), each.getKey())
              .with(loop.iterVar2(), each.getValue())
              .with(loop.accuVar(), result);
      if (!truth(of(loop.loopCondition(), inside))) {
        break;
      }
      result = attempt(loop.loopStep(), inside);
    }
    return of(loop.result(), outside.with(loop.accuVar(), result));
  }
}
