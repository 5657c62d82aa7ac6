package dev.plumbline.scan;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.tenant.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two clusters of our own writing, one careless and one tidy, with thirty days of history: every
 * look is evaluated and stored by the engine that does it for real clusters. What a process that
 * ended has left undone is done by the next one that claims the job.
 */
@Component
class SampleClusters implements SampleData, JobHandler {

  static final String KIND = "sample";

  /** Looks have a kind that nobody claims: only the story knows what was seen. */
  private static final String LOOK = "sample-look";

  private final Clusters clusters;
  private final ScanJobs scans;
  private final ScanRows rows;
  private final Jobs jobs;
  private final JobRunner runner;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SampleClusters(
      Clusters clusters,
      ScanJobs scans,
      ScanRows rows,
      Jobs jobs,
      @org.springframework.context.annotation.Lazy JobRunner runner,
      TransactionTemplate transaction,
      Clock clock) {
    this.clusters = clusters;
    this.scans = scans;
    this.rows = rows;
    this.jobs = jobs;
    this.runner = runner;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What a story is told of, kept in the slot of its job.
   *
   * @param base the instant of the last looks
   */
  private record Slot(Instant base, UUID careless, UUID tidy) {

    static Slot of(String text) {
      String[] parts = text.split(" ");
      return new Slot(
          Instant.parse(parts[0]), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
    }

    String text() {
      return base + " " + careless + " " + tidy;
    }

    Map<String, UUID> clusters() {
      return Map.of(SampleStory.CARELESS, careless, SampleStory.TIDY, tidy);
    }
  }

  @Override
  public Runnable begin() {
    Job job =
        Objects.requireNonNull(
            transaction.execute(status -> {
              var slot =
                  new Slot(
                      clock.instant().truncatedTo(ChronoUnit.MICROS),
                      clusters.registerSample("Sample: careless").id(),
                      clusters.registerSample("Sample: tidy").id());
              return jobs.begin(Ids.next(), KIND, slot.careless(), slot.text(), Heartbeat.LEASE);
            }));
    return () -> runner.run(job);
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
    var slot = Slot.of(Objects.requireNonNull(transaction.execute(status -> jobs.slot(job))));
    slot.clusters().values().forEach(this::dropUnfinished);
    try (var heartbeat = new Heartbeat(jobs, job, transaction)) {
      SampleStory.tell(
          slot.base(),
          (cluster, taken, collected) -> {
            heartbeat.check();
            look(Objects.requireNonNull(slot.clusters().get(cluster)), taken, collected);
          });
      transaction.executeWithoutResult(status -> jobs.close(job));
    }
  }

  /** Looks that an ended process has begun: they are made anew. */
  private void dropUnfinished(UUID cluster) {
    transaction.executeWithoutResult(
        status -> rows.dropUnfinished(cluster, Scan.Cause.SAMPLE).forEach(jobs::cancel));
  }

  /** Makes one look, unless it was made before or its cluster was removed meanwhile. */
  private void look(UUID cluster, Instant taken, Supplier<Collected> collected) {
    UUID id = Ids.next();
    Job job =
        transaction.execute(status -> {
          if (clusters.find(cluster.toString()).isEmpty() || made(cluster, taken)) {
            return null;
          }
          rows.add(id, cluster, Scan.Cause.SAMPLE, "sample data", taken);
          return jobs.begin(id, LOOK, cluster, id.toString(), Heartbeat.LEASE);
        });
    if (job != null) {
      scans.run(job, notes -> collected.get());
    }
  }

  private boolean made(UUID cluster, Instant taken) {
    return rows.lastLook(cluster).filter(last -> !last.isBefore(taken)).isPresent();
  }
}
