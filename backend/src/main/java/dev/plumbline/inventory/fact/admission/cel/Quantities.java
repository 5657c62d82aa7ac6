package dev.plumbline.inventory.fact.admission.cel;

import dev.plumbline.inventory.fact.admission.cel.Functions.Function;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Quantities as Kubernetes writes them, such as {@code 500m}, {@code 1.5} and {@code 64Mi}. */
public final class Quantities {

  private static final Pattern FORM =
      Pattern.compile("([+-]?(?:[0-9]{1,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30}))([a-zA-Z]{0,2})");
  private static final Pattern EXPONENT =
      Pattern.compile("([+-]?(?:[0-9]{1,30}\\.?[0-9]{0,30}|\\.[0-9]{1,30}))[eE]([+-]?[0-9]{1,2})");
  private static final String DECIMAL = "numkMGTPE";
  private static final String BINARY = "KMGTPE";

  static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("quantity", (given, _) -> read(given)),
          Map.entry("isQuantity", (given, _) -> of(Texts.text(given, 0)).isPresent()),
          Map.entry("isLessThan", (given, _) -> compare(given) < 0),
          Map.entry("isGreaterThan", (given, _) -> compare(given) > 0),
          Map.entry("compareTo", (given, _) -> (long) compare(given)),
          Map.entry("sign", (given, _) -> (long) one(given, 0).signum()));

  private Quantities() {}

  /** Empty when it is no quantity. */
  public static Optional<BigDecimal> of(String text) {
    var exponent = EXPONENT.matcher(text);
    if (exponent.matches()) {
      int power = Integer.parseInt(exponent.group(2));
      return Optional.of(new BigDecimal(exponent.group(1)).scaleByPowerOfTen(power));
    }
    var form = FORM.matcher(text);
    return form.matches()
        ? unit(form.group(2)).map(unit -> new BigDecimal(form.group(1)).multiply(unit))
        : Optional.empty();
  }

  private static Optional<BigDecimal> unit(String suffix) {
    if (suffix.isEmpty()) {
      return Optional.of(BigDecimal.ONE);
    }
    int binary =
        suffix.length() == 2 && suffix.endsWith("i") ? BINARY.indexOf(suffix.charAt(0)) : -1;
    if (binary >= 0) {
      return Optional.of(BigDecimal.valueOf(1024).pow(binary + 1));
    }
    int decimal = suffix.length() == 1 ? DECIMAL.indexOf(suffix) : -1;
    int power = decimal < 3 ? 3 * (decimal - 3) : 3 * (decimal - 2);
    return decimal < 0 ? Optional.empty() : Optional.of(BigDecimal.ONE.scaleByPowerOfTen(power));
  }

  private static Object read(List<Object> given) {
    return of(Texts.text(given, 0)).orElseThrow(() -> new Failed("no quantity: " + given.get(0)));
  }

  private static BigDecimal one(List<Object> given, int index) {
    if (given.get(index) instanceof BigDecimal quantity) {
      return quantity;
    }
    throw Failed.noOverload("quantity", given);
  }

  private static int compare(List<Object> given) {
    return one(given, 0).compareTo(one(given, 1));
  }
}
