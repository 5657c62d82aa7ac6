package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function is given; another type than it takes is an error. */
record Arguments(String function, List<@Nullable Object> all) {

  @Nullable Object any(int index) {
    Object value = all.get(index);
    if (value instanceof Node.Reference) {
      throw wrong(index, "a value");
    }
    return value;
  }

  String text(int index) {
    if (all.get(index) instanceof String text) {
      return text;
    }
    throw wrong(index, "a text");
  }

  double number(int index) {
    Object value = all.get(index);
    if (value instanceof Integer) {
      throw new NotUnderstood("computes with what Kyverno counts");
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(index, "a number");
  }

  List<?> list(int index) {
    if (all.get(index) instanceof List<?> list) {
      return list;
    }
    throw wrong(index, "a list");
  }

  Map<?, ?> map(int index) {
    if (all.get(index) instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(index, "a map");
  }

  Node reference(int index) {
    if (all.get(index) instanceof Node.Reference reference) {
      return reference.to();
    }
    throw wrong(index, "an expression");
  }

  /** A text, or a number or truth value as one. */
  String plain(int index) {
    return switch (all.get(index)) {
      case String text -> text;
      case Number number -> Values.digits(number);
      case Boolean truth -> truth.toString();
      case null, default -> throw wrong(index, "a text");
    };
  }

  Failed wrong(int index, String wanted) {
    return new Failed(function + " needs " + wanted + " as argument " + (index + 1));
  }
}
