package dev.plumbline.inventory.fact.admission.cel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of values, by their names in expressions. */
final class Kinds {

  static final Set<String> NAMES =
      Set.of("bool", "int", "double", "string", "list", "map", "null_type", "type");

  private Kinds() {}

  /** A type as a value. */
  record Named(String name) {}

  static String name(Object value) {
    return switch (value) {
      case Boolean _ -> "bool";
      case Long _ -> "int";
      case Double _ -> "double";
      case String _ -> "string";
      case List<?> _ -> "list";
      case Map<?, ?> _ -> "map";
      case Null _ -> "null_type";
      case Named _ -> "type";
      case Optional<?> _ -> "optional_type";
      default -> value.getClass().getSimpleName();
    };
  }
}
