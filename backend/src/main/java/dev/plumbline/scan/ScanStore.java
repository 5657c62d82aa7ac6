package dev.plumbline.scan;

import dev.plumbline.check.Assessment;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Standings;
import dev.plumbline.finding.Findings;
import dev.plumbline.inventory.Kind;
import dev.plumbline.inventory.KubeObjects;
import dev.plumbline.inventory.Snapshot;
import dev.plumbline.inventory.Workloads;
import dev.plumbline.inventory.collect.Collected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a scan came to, in one transaction behind the job's fence. */
@Component
class ScanStore {

  private static final Duration TICK = Duration.of(1, ChronoUnit.MILLIS);

  private final Jobs jobs;
  private final ScanRows rows;
  private final Clusters clusters;
  private final KubeObjects objects;
  private final Findings findings;
  private final Standings standings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ScanStore(
      Jobs jobs,
      ScanRows rows,
      Clusters clusters,
      KubeObjects objects,
      Findings findings,
      Standings standings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jobs = jobs;
    this.rows = rows;
    this.clusters = clusters;
    this.objects = objects;
    this.findings = findings;
    this.standings = standings;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  void store(Job job, Collected collected, Assessment assessment) {
    jobs.close(job);
    UUID scan = job.id();
    UUID cluster = job.subject();
    var snapshot = collected.snapshot();
    List<String> notes = new ArrayList<>(collected.notes());
    Instant at = instant(cluster, snapshot, notes);
    objects.record(cluster, scan, snapshot, at);
    var previous = rows.holding(cluster);
    var change = findings.record(scan, previous, cluster, assessment, at);
    standings.record(scan, cluster, snapshot.version().git(), assessment, at);
    rows.done(scan, outcome(snapshot, assessment, at, notes), change, clock.instant());
    clusters.reached(
        cluster, snapshot.version().git(), assessment.distribution(), systemUid(snapshot));
    events.publishEvent(new ScanFinished(scan, cluster, at, snapshot, assessment));
  }

  /**
   * History only grows forward: a look that is not newer than the last holds from just after it.
   */
  private Instant instant(UUID cluster, Snapshot snapshot, List<String> notes) {
    Instant taken = snapshot.takenAt().truncatedTo(ChronoUnit.MICROS);
    var last = rows.lastLook(cluster);
    if (last.isEmpty() || taken.isAfter(last.get())) {
      return taken;
    }
    if (taken.isBefore(last.get())) {
      throw new ScanFailed(
          "This is a look of %s, older than the newest scan, of %s: history is not rewritten."
              .formatted(taken, last.get()));
    }
    notes.add("The same look was stored before; it holds on from " + last.get() + ".");
    return last.get().plus(TICK);
  }

  private static ScanRows.Outcome outcome(
      Snapshot snapshot, Assessment assessment, Instant at, List<String> notes) {
    return new ScanRows.Outcome(
        at,
        notes,
        snapshot.version().git(),
        assessment.distribution(),
        assessment.rulePack(),
        new Scan.Size(
            snapshot.objects().size(),
            Workloads.of(snapshot).size(),
            snapshot.all(Kind.core("Namespace")).size()),
        assessment.score());
  }

  private static String systemUid(Snapshot snapshot) {
    return snapshot.all(Kind.core("Namespace")).stream()
        .filter(namespace -> namespace.key().name().equals("kube-system"))
        .map(namespace -> namespace.uid())
        .findFirst()
        .orElse("");
  }
}
