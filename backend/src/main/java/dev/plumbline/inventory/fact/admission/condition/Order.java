package dev.plumbline.inventory.fact.admission.condition;

import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Quantities;
import dev.plumbline.inventory.fact.admission.pattern.Durations;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of two values is the larger; empty where Kyverno finds none, and no condition holds. */
final class Order {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]{1,18}\\.?[0-9]{0,18}|\\.[0-9]{1,18})(?:[eE][+-]?[0-9]{1,2})?");
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+.*");

  private Order() {}

  static Optional<Integer> compared(@Nullable Object key, @Nullable Object value) {
    Optional<Integer> times = ofTimes(key, value);
    if (times.isPresent()) {
      return times;
    }
    return switch (key) {
      case Number number -> order(Optional.of(decimal(number)), number(value));
      case String text -> ofText(text, value);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<Integer> ofText(String key, @Nullable Object value) {
    if (value instanceof String other) {
      Optional<Integer> quantities = order(Quantities.of(key), Quantities.of(other));
      if (quantities.isPresent()) {
        return quantities;
      }
    }
    Optional<BigDecimal> number = number(key);
    if (number.isEmpty() && VERSION.matcher(key).matches()) {
      throw new NotUnderstood("compares versions");
    }
    return order(number, number(value));
  }

  /** One of both at least is a duration; the other may be seconds. */
  static Optional<Integer> ofTimes(@Nullable Object key, @Nullable Object value) {
    Optional<BigDecimal> one = time(key);
    Optional<BigDecimal> other = time(value);
    if (one.isEmpty() && other.isEmpty()) {
      return Optional.empty();
    }
    return order(one.or(() -> seconds(key)), other.or(() -> seconds(value)));
  }

  static Optional<Integer> ofDurations(@Nullable Object key, @Nullable Object value) {
    return order(duration(key), duration(value));
  }

  private static Optional<BigDecimal> time(@Nullable Object value) {
    return value instanceof String text && !text.equals("0")
        ? Durations.of(text)
        : Optional.empty();
  }

  private static Optional<BigDecimal> duration(@Nullable Object value) {
    return value instanceof String text ? Durations.of(text) : seconds(value);
  }

  private static Optional<BigDecimal> seconds(@Nullable Object value) {
    return value instanceof Number number
        ? Optional.of(Durations.ofSeconds(number.longValue()))
        : Optional.empty();
  }

  private static Optional<Integer> order(Optional<BigDecimal> key, Optional<BigDecimal> value) {
    return key.flatMap(one -> value.map(one::compareTo));
  }

  /** A number, or a text that is one. */
  static Optional<BigDecimal> number(@Nullable Object value) {
    return switch (value) {
      case Number number -> Optional.of(decimal(number));
      case String text when NUMBER.matcher(text).matches() -> Optional.of(new BigDecimal(text));
      case null, default -> Optional.empty();
    };
  }

  static BigDecimal decimal(Number number) {
    return number instanceof Double
        ? BigDecimal.valueOf(number.doubleValue())
        : BigDecimal.valueOf(number.longValue());
  }
}
