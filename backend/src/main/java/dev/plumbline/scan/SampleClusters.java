package dev.plumbline.scan;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.tenant.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clusters of our own writing, one careless and one tidy, with thirty days of history: every
 * look is evaluated and stored by the engine that does it for real clusters.
 */
@Component
class SampleClusters implements SampleData {

  private final Clusters clusters;
  private final UploadScans uploads;
  private final ScanRows rows;
  private final Jobs jobs;
  private final JobRunner runner;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SampleClusters(
      Clusters clusters,
      UploadScans uploads,
      ScanRows rows,
      Jobs jobs,
      JobRunner runner,
      TransactionTemplate transaction,
      Clock clock) {
    this.clusters = clusters;
    this.uploads = uploads;
    this.rows = rows;
    this.jobs = jobs;
    this.runner = runner;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void load() {
    Map<String, UUID> ids = new HashMap<>();
    ids.put(SampleStory.CARELESS, register("Sample: careless"));
    ids.put(SampleStory.TIDY, register("Sample: tidy"));
    SampleStory.tell(
        clock.instant(),
        (cluster, collected) -> scan(Objects.requireNonNull(ids.get(cluster)), collected));
  }

  private UUID register(String name) {
    Cluster cluster = clusters.registerSample(name);
    return cluster.id();
  }

  private void scan(UUID cluster, Collected collected) {
    UUID id = Ids.next();
    Instant at = collected.snapshot().takenAt();
    uploads.keep(id, collected);
    Job job =
        transaction.execute(status -> {
          rows.add(id, cluster, Scan.Cause.SAMPLE, "sample data", at);
          return jobs.begin(id, UploadScans.KIND, cluster, Heartbeat.LEASE);
        });
    runner.run(job);
  }
}
