package dev.plumbline.scan;

import dev.plumbline.cluster.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A cluster and the scan that holds for it.
 *
 * @param scan empty when it was never scanned
 */
public record Standing(Cluster cluster, Optional<Scan> scan, Age age) {

  /** Why nothing of a lapsed cluster counts as passed. */
  public static final String LAPSED = "the last look is older than three intervals";

  private static final Duration OFFLINE_FRESH = Duration.ofDays(30);

  /** Where a cluster stands at an instant by the scan that holds then. */
  public static Standing of(Cluster cluster, Optional<Scan> scan, Instant now) {
    return new Standing(cluster, scan, age(cluster, scan.flatMap(Scan::takenAt), now));
  }

  private static Age age(Cluster cluster, Optional<Instant> taken, Instant now) {
    if (taken.isEmpty()) {
      return Age.NEVER;
    }
    var interval = cluster.live() ? Duration.ofMinutes(cluster.intervalMinutes()) : OFFLINE_FRESH;
    var old = Duration.between(taken.get(), now);
    if (old.compareTo(interval.multipliedBy(3)) > 0) {
      return Age.LAPSED;
    }
    return old.compareTo(interval.plus(interval.dividedBy(2))) > 0 ? Age.STALE : Age.FRESH;
  }

  /** Whether its look is too old for anything of it to count as passed. */
  public boolean lapsed() {
    return age == Age.LAPSED;
  }

  /** How long ago, since the look it rests on; empty when there was none. */
  public Optional<Duration> old(Instant now) {
    return scan.flatMap(Scan::takenAt).map(taken -> Duration.between(taken, now));
  }

  /** How far its last look can be trusted. */
  public enum Age {
    FRESH,
    /** Overdue by half an interval; the last score still counts. */
    STALE,
    /** Overdue by three intervals; counts 0. An uploaded dump is due again after 30 days. */
    LAPSED,
    /** Never scanned: listed, not counted. */
    NEVER
  }
}
