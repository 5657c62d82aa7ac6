package dev.plumbline.inventory.fact.admission.cel;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every function that expressions may call, by name; methods take their target first. */
final class Functions {

  /** A function of values. */
  interface Function {
    Object of(List<Object> arguments, Meter meter);
  }

  private static final Set<String> LIBRARIES = Set.of("sets", "optional");
  private static final Set<String> LAZY =
      Set.of(
          "_&&_",
          "_||_",
          "_?_:_",
          "@not_strictly_false",
          "__not_strictly_false__",
          "or",
          "orValue");
  private static final Map<String, Function> ALL = new HashMap<>();

  static {
    ALL.putAll(Operators.ALL);
    ALL.putAll(Conversions.ALL);
    ALL.putAll(Texts.ALL);
    ALL.putAll(Collections.ALL);
    ALL.putAll(Quantities.ALL);
  }

  private Functions() {}

  /** Whether the target is a library's name and no value. */
  static boolean inLibrary(CelCall call) {
    return call.target()
        .filter(target -> target.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .filter(target -> LIBRARIES.contains(target.ident().name()))
        .isPresent();
  }

  static String name(CelCall call) {
    return call.target()
        .filter(target -> target.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .filter(target -> inLibrary(call) || !ALL.containsKey(call.function()))
        .map(target -> target.ident().name() + "." + call.function())
        .orElse(call.function());
  }

  static boolean known(CelCall call) {
    return LAZY.contains(call.function()) || ALL.containsKey(name(call));
  }

  static Object call(CelCall call, List<Object> arguments, Meter meter) {
    return Objects.requireNonNull(ALL.get(name(call))).of(arguments, meter);
  }
}
