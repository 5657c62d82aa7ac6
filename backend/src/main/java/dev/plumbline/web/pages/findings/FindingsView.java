package dev.plumbline.web.pages.findings;

import dev.plumbline.check.Severity;
import dev.plumbline.web.charts.Severities;
import dev.plumbline.web.pages.Empty;
import dev.plumbline.web.pages.Link;
import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import dev.plumbline.web.pages.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of findings.
 *
 * @param lede what the list holds, as a sentence
 * @param query the filter as text: it is the truth, the chips only show it
 * @param group control, workload or namespace
 * @param at instant kept by the form, as in the address; null for now
 * @param chips the filter's terms
 * @param clear address without a filter, null when there is none
 * @param problems what of the filter was not understood, each naming the key
 * @param tabs ready-made filters
 * @param open counts by severity of what is listed, null when nothing was scanned
 * @param empty why the list is empty, null when it is not
 * @param export address of the same list as CSV, null when there is nothing to export
 * @param triage the form to ask for exceptions, null where that is not allowed
 */
public record FindingsView(
    String lede,
    String query,
    String group,
    @Nullable String at,
    List<Chip> chips,
    @Nullable String clear,
    List<String> problems,
    List<Tab> tabs,
    @Nullable Severities open,
    @Nullable Empty empty,
    List<Group> groups,
    Pager pager,
    @Nullable String export,
    @Nullable Triage triage) {

  /**
   * The form to ask for exceptions.
   *
   * @param matching how many match the filter and stand under none
   * @param latest last day an exception may end on, as {@code 2026-10-12}
   */
  public record Triage(long matching, String latest) {}

  /**
   * One term of the filter.
   *
   * @param key with its colon, such as {@code severity:}
   * @param remove address of the list without it
   */
  public record Chip(String key, String value, String remove) {}

  /**
   * Findings that belong together.
   *
   * @param severity of the check, null when the group holds several checks
   * @param note what it means and where it is asked for
   * @param href page of the group's subject, null where there is none
   * @param points what mending them all wins, null when it is not known
   * @param toggle address of the list with this group opened or closed
   * @param more the rest of a long group, null when all are shown
   */
  public record Group(
      @Nullable Severity severity,
      String title,
      String note,
      @Nullable String href,
      long failing,
      @Nullable Double points,
      boolean open,
      String toggle,
      List<Row> rows,
      @Nullable Link more) {}

  /**
   * One finding, or a row that says what was not judged.
   *
   * @param id empty for a row that cannot be selected
   * @param age since first seen, such as {@code 3 d}
   * @param tag new or back, null for neither
   * @param kind before the name, empty for none
   * @param severity shown only where the group holds several checks
   * @param namespace or {@code cluster}
   * @param blind whether this row was not judged
   * @param points what mending it wins, null when it is not known
   */
  public record Row(
      String id,
      String age,
      @Nullable String tag,
      String href,
      @Nullable Severity severity,
      String kind,
      String name,
      String cluster,
      String namespace,
      String observed,
      Mark status,
      boolean blind,
      @Nullable Double points) {}
}
