package dev.plumbline.scan;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The schedule: one job waits for each live cluster, spread over the interval by the cluster's id.
 */
@Component
public class ScanPlan {

  private static final int SPREAD = 10;

  private final Jobs jobs;
  private final Clusters clusters;
  private final Clock clock;

  ScanPlan(Jobs jobs, Clusters clusters, Clock clock) {
    this.jobs = jobs;
    this.clusters = clusters;
    this.clock = clock;
  }

  /**
   * Queues the next scan of a cluster in place of one that waits; none for an offline or paused
   * one. Called when its scan begins, and whenever its schedule changes.
   */
  @Transactional
  public void next(UUID id) {
    jobs.withdraw(LiveScans.KIND, id);
    Cluster cluster = clusters.get(id);
    if (!cluster.live() || cluster.paused()) {
      return;
    }
    Instant next = clock.instant().plus(spread(id, Duration.ofMinutes(cluster.intervalMinutes())));
    jobs.enqueue(LiveScans.KIND, id, id + "/" + next.getEpochSecond(), next);
  }

  /** The interval, up to a tenth shorter, so that clusters registered together part ways. */
  private static Duration spread(UUID id, Duration interval) {
    long share = Math.floorMod(id.hashCode(), 1000);
    return interval.minus(interval.multipliedBy(share).dividedBy(1000L * SPREAD));
  }
}
