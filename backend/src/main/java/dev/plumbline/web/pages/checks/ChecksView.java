package dev.plumbline.web.pages.checks;

import dev.plumbline.check.Severity;
import java.util.List;

/**
 * The catalogue.
 *
 * @param query words searched for, empty for all
 */
public record ChecksView(String lede, String query, List<Family> families) {

  /** Checks of one family. */
  public record Family(String name, List<Row> checks) {}

  /**
   * One check.
   *
   * @param appliesTo kinds it judges
   * @param benchmark its ids in technical benchmarks
   */
  public record Row(
      String id,
      String title,
      String href,
      Severity severity,
      String appliesTo,
      String benchmark) {}
}
