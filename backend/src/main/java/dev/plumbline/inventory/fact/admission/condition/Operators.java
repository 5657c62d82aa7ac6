package dev.plumbline.inventory.fact.admission.condition;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** Compares what a condition reads with what it wants, as Kyverno's engine does. */
public final class Operators {

  private final Meter meter;

  public Operators(Meter meter) {
    this.meter = meter;
  }

  /**
   * Whether a condition holds.
   *
   * @throws NotUnderstood where its operator is not known, or asks for what is not known here
   */
  public boolean holds(String operator, @Nullable Object key, @Nullable Object value) {
    meter.step();
    return switch (operator) {
      case "Equal", "Equals" -> Equality.equal(key, value, meter);
      case "NotEqual", "NotEquals" -> key != null && !Equality.equal(key, value, meter);
      case "In" -> new OldMembership(meter).in(key, value);
      case "NotIn" -> new OldMembership(meter).notIn(key, value);
      case "AnyIn" -> new Membership(meter, true).in(key, value);
      case "AnyNotIn" -> new Membership(meter, true).notIn(key, value);
      case "AllIn" -> new Membership(meter, false).in(key, value);
      case "AllNotIn" -> new Membership(meter, false).notIn(key, value);
      case "GreaterThan", "GreaterThanOrEquals", "LessThan", "LessThanOrEquals" ->
          Order.compared(key, value).stream().anyMatch(sign -> holds(operator, sign));
      case "DurationGreaterThan",
          "DurationGreaterThanOrEquals",
          "DurationLessThan",
          "DurationLessThanOrEquals" ->
          Order.ofDurations(key, value).stream()
              .anyMatch(sign -> holds(operator.substring("Duration".length()), sign));
      default -> throw new NotUnderstood("uses the operator " + operator);
    };
  }

  private static boolean holds(String operator, int sign) {
    return switch (operator) {
      case "GreaterThan" -> sign > 0;
      case "GreaterThanOrEquals" -> sign >= 0;
      case "LessThan" -> sign < 0;
      default -> sign <= 0;
    };
  }
}
