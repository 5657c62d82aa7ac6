package dev.plumbline.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report asked for by hand.
 *
 * @param framework id, such as {@code pci-dss-4.0.1}
 * @param clusters the ones it covers, empty for all
 * @param from where the period begins, null for 30 days before its end
 * @param at the instant whose state is shown, null for now
 * @param zone in which its times are written
 */
public record ReportRequest(
    String framework,
    List<UUID> clusters,
    @Nullable Instant from,
    @Nullable Instant at,
    String zone) {

  public ReportRequest {
    clusters = List.copyOf(clusters);
  }
}
