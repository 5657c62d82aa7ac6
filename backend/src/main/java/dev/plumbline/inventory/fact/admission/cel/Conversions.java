package dev.plumbline.inventory.fact.admission.cel;

import dev.plumbline.inventory.fact.admission.cel.Functions.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes values of one type of another's, and optional ones. */
final class Conversions {

  static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("dyn", (given, _) -> given.get(0)),
          Map.entry("type", (given, _) -> new Kinds.Named(Kinds.name(given.get(0)))),
          Map.entry("int", (given, _) -> whole(given)),
          Map.entry("double", (given, _) -> real(given)),
          Map.entry("string", (given, _) -> text(given)),
          Map.entry("bool", (given, _) -> truth(given)),
          Map.entry("optional.of", (given, _) -> Optional.of(given.get(0))),
          Map.entry("optional.none", (_, _) -> Optional.empty()),
          Map.entry("optional.ofNonZeroValue", (given, _) -> nonZero(given.get(0))),
          Map.entry("hasValue", (given, _) -> optional("hasValue", given).isPresent()),
          Map.entry("value", (given, _) -> value(given)));

  private Conversions() {}

  private static Object whole(List<Object> given) {
    return switch (given.get(0)) {
      case Long number -> number;
      case Double number when Math.abs(number) < 9.2e18 -> number.longValue();
      case String text -> parsed(text);
      default -> throw Failed.noOverload("int", given);
    };
  }

  private static Object parsed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new Failed("no integer: " + text);
    }
  }

  private static Object real(List<Object> given) {
    return switch (given.get(0)) {
      case Double number -> number;
      case Long number -> number.doubleValue();
      case String _ -> throw new NotUnderstood("uses double() of a text");
      default -> throw Failed.noOverload("double", given);
    };
  }

  private static Object text(List<Object> given) {
    return switch (given.get(0)) {
      case String text -> text;
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case Double _ -> throw new NotUnderstood("uses string() of a number with a fraction");
      default -> throw Failed.noOverload("string", given);
    };
  }

  private static Object truth(List<Object> given) {
    return switch (given.get(0)) {
      case Boolean truth -> truth;
      case String text ->
          switch (text) {
            case "true", "True", "TRUE", "t", "1" -> true;
            case "false", "False", "FALSE", "f", "0" -> false;
            default -> throw new Failed("no truth value: " + text);
          };
      default -> throw Failed.noOverload("bool", given);
    };
  }

  private static Optional<Object> nonZero(Object value) {
    boolean zero =
        switch (value) {
          case Null _ -> true;
          case Boolean truth -> !truth;
          case Long number -> number == 0;
          case Double number -> number == 0;
          case String text -> text.isEmpty();
          case List<?> list -> list.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          default -> false;
        };
    return zero ? Optional.empty() : Optional.of(value);
  }

  private static Optional<?> optional(String name, List<Object> given) {
    if (given.get(0) instanceof Optional<?> optional) {
      return optional;
    }
    throw Failed.noOverload(name, given);
  }

  private static Object value(List<Object> given) {
    Optional<?> optional = optional("value", given);
    if (optional.isEmpty()) {
      throw new Failed("optional.none() has no value");
    }
    return optional.get();
  }
}
