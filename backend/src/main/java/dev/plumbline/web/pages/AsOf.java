package dev.plumbline.web.pages;

import dev.plumbline.tenant.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The instant a page shows; a handler takes it as a parameter.
 *
 * @param instant empty for now
 */
public record AsOf(Optional<Instant> instant) {

  /** The query parameter that carries it. */
  public static final String PARAMETER = "at";

  public static final AsOf NOW = new AsOf(Optional.empty());

  /**
   * Reads the parameter {@code at}.
   *
   * @param text an instant (RFC 3339), or a local time as browsers send it, taken as UTC
   * @throws Refused naming {@code at}
   */
  public static AsOf parse(String text) {
    if (text.isBlank()) {
      return NOW;
    }
    try {
      boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
      return new AsOf(
          Optional.of(
              zoned
                  ? java.time.OffsetDateTime.parse(text).toInstant()
                  : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)));
    } catch (DateTimeException e) {
      throw new Refused("at", "An instant looks like 2026-06-30T00:00Z.");
    }
  }

  /** As the address carries it, empty for now. */
  public String value() {
    return instant.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
  }

  /** An address within the organisation that shows the same instant. */
  public String keep(String href) {
    return instant.isEmpty() ? href : href + (href.contains("?") ? "&" : "?") + "at=" + value();
  }
}
