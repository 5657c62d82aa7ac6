package dev.plumbline.scan;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Audit;
import dev.plumbline.tenant.Ids;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The scans of the current tenant: asking for one, watching it, and what came of all before. */
@Component
public class Scans {

  private final ScanRows rows;
  private final Jobs jobs;
  private final JobRunner runner;
  private final UploadScans uploads;
  private final Clusters clusters;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Scans(
      ScanRows rows,
      Jobs jobs,
      JobRunner runner,
      UploadScans uploads,
      Clusters clusters,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.rows = rows;
    this.jobs = jobs;
    this.runner = runner;
    this.uploads = uploads;
    this.clusters = clusters;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Asks for a scan of a live cluster now; one that waits or runs already is answered instead. */
  public Scan request(UUID cluster) {
    Cluster known = clusters.get(cluster);
    if (!known.live()) {
      throw new Refused("cluster", "An offline cluster is scanned by uploading a dump of it.");
    }
    Scan scan =
        transaction.execute(
            status -> underWay(cluster).orElseGet(() -> queue(cluster, known.name())));
    return scan;
  }

  private Optional<Scan> underWay(UUID cluster) {
    return rows.ofCluster(cluster, 20).stream().filter(scan -> !scan.state().over()).findFirst();
  }

  private Scan queue(UUID cluster, String name) {
    UUID id = Ids.next();
    rows.add(id, cluster, Scan.Cause.BUTTON, Actor.current().label(), clock.instant());
    jobs.enqueue(id, LiveScans.KIND, cluster, id.toString(), clock.instant());
    audit.record("scan.requested", name, id.toString());
    return get(id);
  }

  /** Evaluates and stores what was read from an upload, in the background. */
  public Scan upload(UUID cluster, Collected collected) {
    return upload(cluster, collected, Scan.Cause.UPLOAD);
  }

  /** As {@link #upload(UUID, Collected)}, for sample data or the schedule. */
  public Scan upload(UUID cluster, Collected collected, Scan.Cause cause) {
    Cluster known = clusters.get(cluster);
    UUID id = Ids.next();
    uploads.keep(id, collected);
    Job job =
        transaction.execute(status -> {
          rows.add(id, cluster, cause, Actor.current().label(), clock.instant());
          audit.record("scan.uploaded", known.name(), id.toString());
          return jobs.begin(id, UploadScans.KIND, cluster, Heartbeat.LEASE);
        });
    Thread.ofVirtual().name("upload-" + id).start(() -> runner.run(job));
    return transaction.execute(status -> get(id));
  }

  /** Stops a scan that waits or runs; what it has read is dropped, what is stored stays. */
  @Transactional
  public void cancel(UUID id) {
    Scan scan = get(id);
    if (scan.state().over()) {
      throw new Refused("scan", "This scan is over.");
    }
    jobs.cancel(id);
    rows.end(id, Scan.State.CANCELLED, "", clock.instant());
    audit.record("scan.cancelled", id.toString(), "");
  }

  @Transactional(readOnly = true)
  public Optional<Scan> find(UUID id) {
    return rows.find(id);
  }

  private Scan get(UUID id) {
    return rows.find(id).orElseThrow(() -> new NotHere("scan"));
  }

  /** The scans of one cluster, newest first. */
  @Transactional(readOnly = true)
  public List<Scan> ofCluster(UUID cluster, int limit) {
    return rows.ofCluster(cluster, limit);
  }

  /** The scans of one cluster that were asked for before another, newest first. */
  @Transactional(readOnly = true)
  public List<Scan> ofClusterBefore(UUID cluster, Instant requestedAt, UUID id, int limit) {
    return rows.ofClusterBefore(cluster, requestedAt, id, limit);
  }

  /** The scan that held for each cluster at an instant, where there was one. */
  @Transactional(readOnly = true)
  public List<Scan> latest(Optional<Instant> at) {
    return rows.latest(at.orElseGet(clock::instant));
  }

  /** Where every cluster stood at an instant. */
  @Transactional(readOnly = true)
  public Fleet fleet(Optional<Instant> at) {
    Instant moment = at.orElseGet(clock::instant);
    Map<UUID, Scan> latest =
        rows.latest(moment).stream().collect(Collectors.toMap(Scan::cluster, Function.identity()));
    return new Fleet(
        clusters.list().stream()
            .filter(cluster -> latest.containsKey(cluster.id()) || at.isEmpty())
            .map(cluster ->
                Standing.of(cluster, Optional.ofNullable(latest.get(cluster.id())), moment))
            .toList());
  }

  /** Every finished scan that looked after one instant and not after another, oldest first. */
  @Transactional(readOnly = true)
  public List<Scan> between(Instant from, Instant to) {
    return rows.between(from, to);
  }
}
