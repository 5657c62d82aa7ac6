package dev.plumbline.inventory.fact.controlplane;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of flags, read as Go reads them. */
final class Values {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DURATION =
      Pattern.compile("([+-]?)((?:\\d{1,12}(?:\\.\\d{1,9})?(?:h|m|s|ms|us|µs|ns))+|0)");
  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(h|ms|m|s|us|µs|ns)");

  private Values() {}

  static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Whole seconds, rounded down; {@code 1h30m} is 5400. */
  static Optional<Long> seconds(String text) {
    Matcher whole = DURATION.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    BigDecimal sum =
        PART.matcher(whole.group(2))
            .results()
            .map(part -> new BigDecimal(part.group(1)).multiply(unit(part.group(2))))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(whole.group(1).equals("-") ? -sum.longValue() : sum.longValue());
  }

  static List<String> list(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  static Map<String, Boolean> gates(String text) {
    Map<String, Boolean> gates = new HashMap<>();
    for (String gate : list(text)) {
      int equals = gate.indexOf('=');
      if (equals > 0) {
        bool(gate.substring(equals + 1)).ifPresent(on -> gates.put(gate.substring(0, equals), on));
      }
    }
    return gates;
  }

  private static BigDecimal unit(String unit) {
    return switch (unit) {
      case "h" -> new BigDecimal(3600);
      case "m" -> new BigDecimal(60);
      case "s" -> BigDecimal.ONE;
      case "ms" -> new BigDecimal("0.001");
      case "ns" -> new BigDecimal("0.000000001");
      default -> new BigDecimal("0.000001");
    };
  }
}
