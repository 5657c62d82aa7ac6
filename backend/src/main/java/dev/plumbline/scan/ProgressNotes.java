package dev.plumbline.scan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a running scan's progress, at most twice a second, and stops a scan that is no longer
 * ours.
 */
final class ProgressNotes {

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final UUID scan;
  private final Heartbeat heartbeat;
  private final ScanRows rows;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private Scan.Phase phase = Scan.Phase.QUEUED;
  private Instant last = Instant.EPOCH;

  ProgressNotes(
      UUID scan, Heartbeat heartbeat, ScanRows rows, TransactionTemplate transaction, Clock clock) {
    this.scan = scan;
    this.heartbeat = heartbeat;
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Whether the scan was cancelled or taken over. */
  boolean lost() {
    return heartbeat.lost();
  }

  /** Throws {@link Jobs.Stale} when the scan was cancelled or taken over. */
  synchronized void at(Scan.Phase reached, int done, int total, String detail) {
    heartbeat.check();
    var now = clock.instant();
    if (reached == phase && Duration.between(last, now).abs().compareTo(PAUSE) < 0) {
      return;
    }
    phase = reached;
    last = now;
    transaction.executeWithoutResult(
        status -> rows.progress(scan, reached, done, total, detail, now));
  }
}
