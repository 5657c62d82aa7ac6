package dev.plumbline.inventory.fact.admission.pattern;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go writes them, such as {@code 1h30m}. */
public final class Durations {

  private static final String TIME =
      "([0-9]{1,18}(?:\\.[0-9]{0,18})?|\\.[0-9]{1,18})(ns|us|ms|s|m|h)";
  private static final Pattern ONE_TIME = Pattern.compile(TIME);
  private static final Pattern DURATION = Pattern.compile("([+-]?)((?:" + TIME + "){1,20})");

  private Durations() {}

  /** In nanoseconds; empty when it is no duration. */
  public static Optional<BigDecimal> of(String text) {
    if (text.equals("0")) {
      return Optional.of(BigDecimal.ZERO);
    }
    Matcher form = DURATION.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal sum =
        ONE_TIME
            .matcher(form.group(2))
            .results()
            .map(Durations::nanoseconds)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(form.group(1).equals("-") ? sum.negate() : sum);
  }

  /** The same of a whole number of seconds. */
  public static BigDecimal ofSeconds(long seconds) {
    return BigDecimal.valueOf(seconds).movePointRight(9);
  }

  private static BigDecimal nanoseconds(MatchResult time) {
    long unit =
        switch (time.group(2)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> 3_600_000_000_000L;
        };
    return new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(unit));
  }
}
