package dev.plumbline.web.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How numbers and times are written; templates know it as {@code #format}. */
public final class Format {

  public static final String NOT_KNOWN = "–";

  private static final String NO_BREAK = "\u00a0";
  private static final String MINUS = "\u2212";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /** Thousands parted by a no-break space; a dash for what is not known. */
  public static String count(@Nullable Number number) {
    return number == null
        ? NOT_KNOWN
        : String.format(Locale.ROOT, "%,d", number.longValue())
            .replace(",", NO_BREAK)
            .replace("-", MINUS);
  }

  /** One decimal, rounded down so that only a full 100 reads 100; a dash for what is not known. */
  public static String score(@Nullable Number score) {
    return score == null ? NOT_KNOWN : decimal(score, RoundingMode.FLOOR);
  }

  /** One decimal with its sign. */
  public static String signed(@Nullable Number number) {
    if (number == null) {
      return NOT_KNOWN;
    }
    var text = decimal(number, RoundingMode.HALF_UP);
    return text.equals("0.0") || text.startsWith(MINUS) ? text : "+" + text;
  }

  /** From one score to another, as both are printed. */
  public static double moved(Number before, Number after) {
    return printed(after).subtract(printed(before)).doubleValue();
  }

  private static BigDecimal printed(Number score) {
    return new BigDecimal(score.toString()).setScale(1, RoundingMode.FLOOR);
  }

  /** One decimal, rounded half up. */
  public static String points(@Nullable Number number) {
    return number == null ? NOT_KNOWN : decimal(number, RoundingMode.HALF_UP);
  }

  /** One decimal and the percent sign, rounded down. */
  public static String percent(@Nullable Number percent) {
    return percent == null ? NOT_KNOWN : score(percent) + NO_BREAK + "%";
  }

  /** A count and its noun, in singular or plural. */
  public static String counted(long number, String one, String many) {
    return count(number) + NO_BREAK + (number == 1 ? one : many);
  }

  /** Such as {@code 14 Jul 2026, 09:42 CEST}. */
  public static String moment(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? NOT_KNOWN : MOMENT.format(instant.atZone(zone));
  }

  /** Such as {@code 14 Jul 2026}. */
  public static String day(@Nullable LocalDate day) {
    return day == null ? NOT_KNOWN : DAY.format(day);
  }

  /** Such as {@code 14 Jul}. */
  public static String shortDay(@Nullable LocalDate day) {
    return day == null ? NOT_KNOWN : SHORT_DAY.format(day);
  }

  /** In its largest fitting unit: {@code 24 min}, {@code 31 h}, {@code 3 d}. */
  public static String age(@Nullable Duration age) {
    if (age == null) {
      return NOT_KNOWN;
    }
    if (age.toMinutes() < 1) {
      return Math.max(0, age.toSeconds()) + NO_BREAK + "s";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + NO_BREAK + "min";
    }
    return age.toHours() < 48
        ? age.toHours() + NO_BREAK + "h"
        : count(age.toDays()) + NO_BREAK + "d";
  }

  private static String decimal(Number number, RoundingMode rounding) {
    return new BigDecimal(number.toString())
        .setScale(1, rounding)
        .toPlainString()
        .replaceFirst("^-0\\.0$", "0.0")
        .replace("-", MINUS);
  }
}
