package dev.plumbline.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One report, without its bytes.
 *
 * @param schedule the schedule it belongs to, null when asked for by hand
 * @param at the instant whose state it shows
 * @param problem why there is no PDF, empty when there is one
 * @param madeAt when it was finished, null while it is waited for
 * @param digest SHA-256 of the result set, in hexadecimal; empty without one
 * @param summary its counts, null without a PDF
 * @param pdfSha256 SHA-256 of the PDF, in hexadecimal; empty without one
 */
public record Report(
    UUID id,
    @Nullable UUID schedule,
    String title,
    String framework,
    List<UUID> clusters,
    Instant periodStart,
    Instant at,
    String zone,
    List<String> recipients,
    boolean attach,
    State state,
    String problem,
    String requestedBy,
    Instant requestedAt,
    @Nullable Instant madeAt,
    String digest,
    @Nullable ReportSummary summary,
    String pdfSha256,
    String findingsSha256) {

  public Report {
    clusters = List.copyOf(clusters);
    recipients = List.copyOf(recipients);
  }

  /** How far it is. */
  public enum State {
    QUEUED,
    READY,
    /** Nothing had been read that could be reported. */
    EMPTY,
    FAILED
  }
}
