package dev.plumbline.web.pages.reports;

import dev.plumbline.web.pages.Mark;
import dev.plumbline.web.pages.Pager;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reports.
 *
 * @param mail why nothing can be mailed, null when it can
 * @param make the form for a report now, null where it is not allowed or nothing was scanned
 * @param schedule whether the person may make schedules
 * @param reports newest first
 */
public record ReportsView(
    String lede,
    @Nullable String mail,
    @Nullable Make make,
    boolean schedule,
    List<Schedule> schedules,
    List<Report> reports,
    Pager pager,
    List<Delivery> deliveries) {

  /**
   * The form for a report now.
   *
   * @param at typed before, as {@code 2026-06-30T00:00}; empty for now
   * @param problems field name to what is wrong with it
   */
  public record Make(
      List<Option> frameworks,
      List<Option> clusters,
      String at,
      String zone,
      Map<String, String> problems) {}

  /** Something to choose. */
  public record Option(String value, String words, boolean chosen) {}

  /**
   * One schedule.
   *
   * @param cadence such as {@code at 06:00 on the first of every month, Europe/Berlin}
   */
  public record Schedule(
      String name,
      String href,
      String framework,
      String clusters,
      String cadence,
      String next,
      Mark last,
      String lastNote) {}

  /**
   * One report.
   *
   * @param digest its SHA-256 in hex, empty before it is made
   * @param pdf address of the file, null before it is made
   */
  public record Report(
      String made,
      String framework,
      String clusters,
      String instant,
      Mark state,
      String note,
      String digest,
      @Nullable String pdf) {}

  /** One attempt to mail a report. */
  public record Delivery(String when, String recipient, String schedule, Mark state, String note) {}
}
