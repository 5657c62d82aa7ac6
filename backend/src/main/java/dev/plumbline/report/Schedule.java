package dev.plumbline.report;

import java.util.List;
import java.util.UUID;

/**
 * A report that comes again and again.
 *
 * @param clusters the ones it covers, empty for all
 * @param cron five fields, read in the zone
 * @param attach whether the PDF goes with the mail, else a link
 * @param paused what keeps it from running though nobody put it to rest, empty for nothing
 */
public record Schedule(
    UUID id,
    String name,
    String framework,
    List<UUID> clusters,
    String cron,
    String zone,
    List<String> recipients,
    boolean attach,
    boolean active,
    String paused,
    String createdBy) {

  public Schedule {
    clusters = List.copyOf(clusters);
    recipients = List.copyOf(recipients);
  }

  Schedule paused(String why) {
    return new Schedule(
        id, name, framework, clusters, cron, zone, recipients, attach, false, why, createdBy);
  }

  /** What a person may choose of it. */
  public record Draft(
      String name,
      String framework,
      List<UUID> clusters,
      String cron,
      String zone,
      List<String> recipients,
      boolean attach,
      boolean active) {

    public Draft {
      clusters = List.copyOf(clusters);
      recipients = List.copyOf(recipients);
    }
  }
}
