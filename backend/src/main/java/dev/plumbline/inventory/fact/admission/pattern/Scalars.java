package dev.plumbline.inventory.fact.admission.pattern;

import dev.plumbline.inventory.fact.admission.cel.Meter;
import dev.plumbline.inventory.fact.admission.cel.NotUnderstood;
import dev.plumbline.inventory.fact.admission.cel.Quantities;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares single values with patterns such as {@code >=10 & !15 | 100m-1Gi}. */
final class Scalars {

  private static final String NUMBER = "([-|+]?\\d+(?:\\.\\d+)?[A-Za-z]*)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "-" + NUMBER);
  private static final Pattern NO_RANGE = Pattern.compile(NUMBER + "!-" + NUMBER);

  private final Meter meter;

  Scalars(Meter meter) {
    this.meter = meter;
  }

  boolean meets(@Nullable Object value, Object pattern) {
    return switch (pattern) {
      case Boolean truth -> truth.equals(value);
      case Long number -> whole(value, number);
      case Double _ -> throw new NotUnderstood("compares with a number with a fraction");
      case String text -> anyOf(value, text);
      default -> false;
    };
  }

  private static boolean whole(@Nullable Object value, long pattern) {
    return switch (value) {
      case Long number -> number == pattern;
      case Double number -> number == pattern;
      case String text -> text.matches("[+-]?[0-9]{1,18}") && Long.parseLong(text) == pattern;
      case null, default -> false;
    };
  }

  private boolean anyOf(@Nullable Object value, String pattern) {
    if (pattern.equals(value)) {
      return true;
    }
    for (String choice : pattern.split("\\|", -1)) {
      if (allOf(value, trimmed(choice))) {
        return true;
      }
    }
    return false;
  }

  private boolean allOf(@Nullable Object value, String pattern) {
    for (String part : pattern.split("&", -1)) {
      if (!one(value, trimmed(part))) {
        return false;
      }
    }
    return true;
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  private boolean one(@Nullable Object value, String pattern) {
    if (pattern.length() < 2) {
      return compared(value, pattern, "");
    }
    for (String operator : new String[] {">=", "<=", ">", "<", "!"}) {
      if (pattern.startsWith(operator)) {
        return compared(value, pattern.substring(operator.length()).strip(), operator);
      }
    }
    Matcher outside = NO_RANGE.matcher(pattern);
    if (outside.matches()) {
      return one(value, "< " + outside.group(1)) || one(value, "> " + outside.group(2));
    }
    Matcher inside = RANGE.matcher(pattern);
    if (inside.matches()) {
      return one(value, ">= " + inside.group(1)) && one(value, "<= " + inside.group(2));
    }
    return compared(value, pattern, "");
  }

  private boolean compared(@Nullable Object value, String pattern, String operator) {
    Optional<String> written = written(value);
    Optional<Integer> order =
        order(written.flatMap(Durations::of), Durations.of(pattern))
            .or(() -> order(written.flatMap(Quantities::of), Quantities.of(pattern)));
    return order
        .map(sign -> holds(sign, operator))
        .orElseGet(() -> texts(value, pattern, operator));
  }

  private static boolean holds(int sign, String operator) {
    return switch (operator) {
      case ">=" -> sign >= 0;
      case "<=" -> sign <= 0;
      case ">" -> sign > 0;
      case "<" -> sign < 0;
      case "!" -> sign != 0;
      default -> sign == 0;
    };
  }

  private static Optional<Integer> order(Optional<BigDecimal> value, Optional<BigDecimal> pattern) {
    return value.flatMap(one -> pattern.map(one::compareTo));
  }

  /** What is absent counts as zero. */
  private static Optional<String> written(@Nullable Object value) {
    return switch (value) {
      case null -> Optional.of("0");
      case String text -> Optional.of(text);
      case Long number -> Optional.of(number.toString());
      case Double _ -> throw new NotUnderstood("compares a number with a fraction");
      default -> Optional.empty();
    };
  }

  private boolean texts(@Nullable Object value, String pattern, String operator) {
    boolean comparable =
        value instanceof String || value instanceof Long || value instanceof Boolean;
    if (!comparable || !(operator.isEmpty() || operator.equals("!"))) {
      return false;
    }
    return Wildcards.meets(pattern, String.valueOf(value), meter) == operator.isEmpty();
  }
}
