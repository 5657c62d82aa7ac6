package dev.plumbline.web.pages.schedule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One schedule, or the form for a new one.
 *
 * @param title such as {@code New schedule}
 * @param action where the form posts to
 * @param cron five fields
 * @param echo the cadence in words, empty while the cron is not understood
 * @param next the next three runs, ready to print
 * @param paused why it does not run though it should, null when it does
 * @param mail why nothing can be mailed, null when it can
 * @param recipients one address a line
 * @param problems field name to what is wrong with it
 * @param run address to run it now, null for a new one
 * @param delete address to delete it, null for a new one
 */
public record ScheduleView(
    String title,
    String action,
    String name,
    List<Option> frameworks,
    List<Option> clusters,
    String cron,
    String zone,
    List<String> zones,
    String echo,
    List<String> next,
    @Nullable String paused,
    @Nullable String mail,
    String recipients,
    Map<String, String> problems,
    @Nullable String run,
    @Nullable String delete) {

  /** Something to choose. */
  public record Option(String value, String words, boolean chosen) {}
}
