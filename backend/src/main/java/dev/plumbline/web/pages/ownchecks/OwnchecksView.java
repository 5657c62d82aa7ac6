package dev.plumbline.web.pages.ownchecks;

import dev.plumbline.check.Severity;
import dev.plumbline.web.pages.Mark;
import java.util.List;

/**
 * The organisation's own checks.
 *
 * @param write whether the person may write one
 */
public record OwnchecksView(String lede, List<Row> checks, boolean write) {

  /**
   * One of them.
   *
   * @param state how far it has come
   * @param note what is to be done next, or what came of the last trial
   * @param changed when and by whom
   */
  public record Row(
      String id,
      String title,
      String href,
      Severity severity,
      Mark state,
      String note,
      String changed) {}
}
