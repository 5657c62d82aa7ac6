package dev.plumbline.inventory.fact.resources;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Quantities as Kubernetes writes them, such as {@code 500m}, {@code 1.5} and {@code 64Mi}. */
final class Amount {

  private static final Pattern FORM =
      Pattern.compile("([+-]?[0-9]{1,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30})([a-zA-Z]{0,2})");
  private static final Pattern EXPONENT =
      Pattern.compile("([+-]?[0-9]{1,30}\\.?[0-9]{0,30})[eE]([+-]?[0-9]{1,2})");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
          Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
          Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", BigDecimal.ONE.scaleByPowerOfTen(3)),
          Map.entry("M", BigDecimal.ONE.scaleByPowerOfTen(6)),
          Map.entry("G", BigDecimal.ONE.scaleByPowerOfTen(9)),
          Map.entry("T", BigDecimal.ONE.scaleByPowerOfTen(12)),
          Map.entry("P", BigDecimal.ONE.scaleByPowerOfTen(15)),
          Map.entry("E", BigDecimal.ONE.scaleByPowerOfTen(18)),
          Map.entry("Ki", binary(1)),
          Map.entry("Mi", binary(2)),
          Map.entry("Gi", binary(3)),
          Map.entry("Ti", binary(4)),
          Map.entry("Pi", binary(5)),
          Map.entry("Ei", binary(6)));

  private Amount() {}

  /** Empty when it is no quantity. */
  static Optional<BigDecimal> of(Object value) {
    String text = String.valueOf(value);
    var exponent = EXPONENT.matcher(text);
    if (exponent.matches()) {
      int power = Integer.parseInt(exponent.group(2));
      return Optional.of(new BigDecimal(exponent.group(1)).scaleByPowerOfTen(power));
    }
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.ofNullable(SUFFIXES.get(form.group(2)))
            .map(unit -> new BigDecimal(form.group(1)).multiply(unit))
        : Optional.empty();
  }

  private static BigDecimal binary(int power) {
    return BigDecimal.valueOf(1024).pow(power);
  }
}
