package dev.plumbline.scan;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.cluster.Connections;
import dev.plumbline.cluster.api.ApiFailure;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.live.LiveCollector;
import dev.plumbline.inventory.collect.live.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans of live clusters: from the button, and again whenever the interval is over. */
@Component
class LiveScans implements JobHandler {

  static final String KIND = "scan";

  private final ScanJobs scans;
  private final ScanPlan plan;
  private final ScanRows rows;
  private final Clusters clusters;
  private final Connections connections;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LiveScans(
      ScanJobs scans,
      ScanPlan plan,
      ScanRows rows,
      Clusters clusters,
      Connections connections,
      TransactionTemplate transaction,
      Clock clock) {
    this.scans = scans;
    this.plan = plan;
    this.rows = rows;
    this.clusters = clusters;
    this.connections = connections;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Duration lease() {
    return Heartbeat.LEASE;
  }

  @Override
  public void run(Job job) {
    transaction.executeWithoutResult(status -> {
      rows.add(job.id(), job.subject(), Scan.Cause.SCHEDULE, "schedule", clock.instant());
      plan.next(job.subject());
    });
    scans.run(job, notes -> collect(job.id(), job.subject(), notes));
  }

  private Collected collect(UUID scan, UUID cluster, ProgressNotes notes) {
    try (var server = connections.forScan(cluster, scan)) {
      return LiveCollector.collect(server, clock.instant(), new Told(notes));
    } catch (ApiFailure failure) {
      transaction.executeWithoutResult(status -> clusters.unreachable(cluster, failure.message()));
      throw new ScanFailed(failure.message());
    } catch (CancellationException cancelled) {
      throw new Jobs.Stale();
    }
  }

  /** Hands the collector's progress on. */
  private record Told(ProgressNotes notes) implements Progress {
    @Override
    public void phase(Phase phase) {
      notes.at(Scan.Phase.valueOf(phase.name()), 0, 0, "");
    }

    @Override
    public void kind(String resource, int number, int of, int objects) {
      notes.at(Scan.Phase.COLLECT, number, of, resource);
    }

    @Override
    public boolean cancelled() {
      return notes.lost();
    }
  }
}
