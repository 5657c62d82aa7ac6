package dev.plumbline.inventory.fact.admission.jmespath;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions of numbers. */
final class NumberFunctions {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]{1,18}\\.?[0-9]{0,18}|\\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,2})?");

  private NumberFunctions() {}

  static void add() {
    one("abs", Math::abs);
    one("ceil", Math::ceil);
    one("floor", Math::floor);
    two("add", Double::sum);
    two("subtract", (left, right) -> left - right);
    two("multiply", (left, right) -> left * right);
    two("divide", (left, right) -> left / nonZero(right));
    two("modulo", (left, right) -> whole(left) % nonZero(whole(right)));
    two("round", NumberFunctions::round);
    Functions.add("sum", 1, (given, _) -> sum(given));
    Functions.add("avg", 1, (given, _) -> average(given));
    Functions.add("to_number", 1, (given, _) -> number(given.any(0)));
  }

  private static void one(String name, DoubleUnaryOperator function) {
    Functions.add(name, 1, (given, _) -> Values.number(function.applyAsDouble(given.number(0))));
  }

  private static void two(String name, DoubleBinaryOperator function) {
    Functions.add(
        name,
        2,
        (given, _) -> Values.number(function.applyAsDouble(operand(given, 0), operand(given, 1))));
  }

  /** Kyverno computes with quantities and durations too. */
  private static double operand(Arguments given, int index) {
    if (given.any(index) instanceof String) {
      throw new NotUnderstood("computes with quantities or durations");
    }
    return given.number(index);
  }

  private static double nonZero(double divisor) {
    if (divisor == 0) {
      throw new Failed("a number is divided by zero");
    }
    return divisor;
  }

  private static double whole(double number) {
    if (number != Math.rint(number)) {
      throw new Failed("a remainder needs whole numbers");
    }
    return number;
  }

  private static double round(double number, double places) {
    if (places < 0 || whole(places) > 15) {
      throw new Failed("a number is rounded to " + places + " places");
    }
    double shift = Math.pow(10, places);
    return Math.signum(number) * Math.floor(Math.abs(number) * shift + 0.5) / shift;
  }

  private static @Nullable Object sum(Arguments given) {
    List<?> list = given.list(0);
    if (list.isEmpty()) {
      throw given.wrong(0, "a list with something in it");
    }
    if (list.size() == 1) {
      return list.getFirst();
    }
    return Values.number(Arrays.stream(numbers(list)).sum());
  }

  private static Object average(Arguments given) {
    double[] numbers = numbers(given.list(0));
    if (numbers.length == 0) {
      throw new NotUnderstood("divides by zero");
    }
    return Values.number(Arrays.stream(numbers).sum() / numbers.length);
  }

  private static double[] numbers(List<?> list) {
    var one = new Arguments("a sum", new java.util.ArrayList<>(list));
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = operand(one, i);
    }
    return numbers;
  }

  private static @Nullable Object number(@Nullable Object value) {
    if (value instanceof String text) {
      return NUMBER.matcher(text).matches() ? Values.number(Double.parseDouble(text)) : null;
    }
    if (value instanceof Integer) {
      throw new NotUnderstood("computes with what Kyverno counts");
    }
    return value instanceof Number ? value : null;
  }
}
