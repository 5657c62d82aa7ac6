package dev.plumbline.inventory.fact.admission.condition;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.Quantities;
import dev.plumbline.inventory.fact.admission.jmespath.Values;
import dev.plumbline.inventory.fact.admission.pattern.Wildcards;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether two values are equal to Kyverno: durations, quantities and wildcards among them. */
final class Equality {

  private Equality() {}

  static boolean equal(@Nullable Object key, @Nullable Object value, Meter meter) {
    return switch (key) {
      case Boolean truth -> truth.equals(value);
      case Number number ->
          Order.number(value).stream().anyMatch(other -> same(Order.decimal(number), other));
      case String text -> ofText(text, value, meter);
      case Map<?, ?> map -> value instanceof Map<?, ?> && Values.same(map, value, meter);
      case List<?> list -> value instanceof List<?> && Values.same(list, value, meter);
      case null, default -> false;
    };
  }

  private static boolean ofText(String key, @Nullable Object value, Meter meter) {
    Optional<Integer> times = Order.ofTimes(key, value);
    if (times.isPresent()) {
      return times.get() == 0;
    }
    if (!(value instanceof String wanted)) {
      return false;
    }
    return Quantities.of(key)
        .map(quantity -> Quantities.of(wanted).stream().anyMatch(it -> same(quantity, it)))
        .orElseGet(() -> Wildcards.meets(wanted, key, meter));
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }
}
