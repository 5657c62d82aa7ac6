package dev.plumbline.web.pages.exceptions;

import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of exceptions.
 *
 * @param lede what stands, as a sentence
 * @param tabs by where they stand
 * @param state the tab that is shown, kept by the form
 * @param query words looked for, empty for any
 * @param at instant kept by the form, as in the address; null for now
 * @param empty why the list is empty, null when it is not
 * @param decide whether the person may approve and refuse here
 * @param withdraw whether the person may take back here
 */
public record ExceptionsView(
    String lede,
    List<Tab> tabs,
    String state,
    String query,
    @Nullable String at,
    @Nullable Empty empty,
    List<Row> rows,
    Pager pager,
    boolean decide,
    boolean withdraw) {

  /** Whether anything can be done with what is selected. */
  public boolean selectable() {
    return decide || withdraw;
  }

  /**
   * One exception.
   *
   * @param title of the check
   * @param href page of the finding
   * @param where cluster and namespace
   * @param note what is to be known, such as that nothing fails there now; empty for nothing
   * @param compensation what lowers the risk meanwhile, empty when nothing does
   * @param asked by whom and when
   * @param decided by whom, when and why; or who may decide
   * @param ends last day
   * @param left such as {@code 3 d}, empty when it is over
   * @param soon whether it ends within a fortnight
   */
  public record Row(
      String id,
      Mark state,
      String title,
      String href,
      String kind,
      String name,
      String where,
      String note,
      String reason,
      String compensation,
      String asked,
      String decided,
      String ends,
      String left,
      boolean soon) {}
}
