package dev.plumbline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as reports and their mails print them. */
public class Say {

  public static final String DASH = "–";
  private static final String NBSP = "\u00a0";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

  private final ZoneId zone;

  public Say(ZoneId zone) {
    this.zone = zone;
  }

  public String n(long number) {
    return format("#,##0").format(number);
  }

  public String score(@Nullable BigDecimal score) {
    return score == null ? "not assessed" : down(score);
  }

  public String percent(@Nullable BigDecimal share) {
    return share == null ? DASH : down(share) + NBSP + "%";
  }

  public String signed(BigDecimal points) {
    var rounded = points.setScale(1, RoundingMode.HALF_EVEN);
    return (rounded.signum() > 0 ? "+" : "") + format("#,##0.0").format(rounded);
  }

  public String at(Instant instant) {
    return AT.format(instant.atZone(zone)).replace(' ', NBSP.charAt(0)).replace("," + NBSP, ", ");
  }

  public String date(Instant instant) {
    return day(instant.atZone(zone).toLocalDate());
  }

  public String day(LocalDate day) {
    return DAY.format(day).replace(' ', NBSP.charAt(0));
  }

  /** Groups of four, as a digest is read aloud. */
  public String hash(String digest) {
    return digest.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** At most {@code length} characters; what is cut says how long it was. */
  public String cut(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    int end = text.offsetByCodePoints(0, length);
    return text.substring(0, end) + "… (" + n(text.length()) + " characters)";
  }

  /** Rounded down, so that only a full 100 reads 100. */
  private static String down(BigDecimal number) {
    return format("#,##0.0").format(number.setScale(1, RoundingMode.FLOOR));
  }

  private static DecimalFormat format(String pattern) {
    var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    symbols.setGroupingSeparator(NBSP.charAt(0));
    symbols.setMinusSign('−');
    var format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }
}
