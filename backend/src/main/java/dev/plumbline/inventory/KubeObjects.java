package dev.plumbline.inventory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The objects of the tenant's clusters over time.
 *
 * <p>What a scan did not read stays as it was last seen: only a kind that was read to the end, or
 * that is no longer served, loses objects.
 */
@Service
@Transactional
public class KubeObjects {

  private final ObjectRecorder recorder;
  private final ObjectQueries queries;
  private final ScanCoverage coverage;

  KubeObjects(ObjectRecorder recorder, ObjectQueries queries, ScanCoverage coverage) {
    this.recorder = recorder;
    this.queries = queries;
    this.coverage = coverage;
  }

  /**
   * What one recording changed.
   *
   * @param opened objects seen for the first time, or again after they were gone
   * @param changed objects whose document differs from what was known
   * @param closed objects that are gone
   */
  public record Recorded(int opened, int changed, int closed, int unchanged) {}

  /**
   * One object as it stood for a while.
   *
   * @param until empty while it stands so
   */
  public record Version(
      UUID id,
      UUID cluster,
      ObjectKey key,
      String version,
      String uid,
      Instant from,
      Optional<Instant> until) {}

  /** A version with what it said. */
  public record Stored(Version version, KubeObject object) {}

  /**
   * Which objects of a cluster to list.
   *
   * @param kinds empty for all
   * @param namespaces empty for all; cluster-scoped objects are in namespace ""
   * @param text part of a name, in any case; empty for all
   * @param after the last object of the page before
   */
  public record Query(
      UUID cluster,
      Instant at,
      List<Kind> kinds,
      List<String> namespaces,
      String text,
      Optional<ObjectKey> after,
      int limit) {

    public Query {
      kinds = List.copyOf(kinds);
      namespaces = List.copyOf(namespaces);
    }
  }

  /**
   * Keeps what a scan read, as changes to what was known; objects that stand unchanged are not
   * written again.
   *
   * @param at later than anything recorded of this cluster
   */
  public Recorded record(UUID cluster, UUID scan, Snapshot snapshot, Instant at) {
    coverage.keep(scan, snapshot.coverage());
    return recorder.record(cluster, snapshot, at.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Which objects came and which were gone when a cluster was recorded.
   *
   * @param came seen for the first time, or again after they were gone
   */
  public record Turnover(Set<ObjectKey> came, Set<ObjectKey> gone) {
    public Turnover {
      came = Set.copyOf(came);
      gone = Set.copyOf(gone);
    }
  }

  /** What came and went in the recording of exactly this instant. */
  @Transactional(readOnly = true)
  public Turnover turnover(UUID cluster, Instant at) {
    return queries.turnover(cluster, at.truncatedTo(ChronoUnit.MICROS));
  }

  /** What a scan read of each kind. */
  @Transactional(readOnly = true)
  public Coverage coverage(UUID scan) {
    return coverage.of(scan);
  }

  /** How many objects of each kind stood at an instant. */
  @Transactional(readOnly = true)
  public Map<Kind, Integer> counts(UUID cluster, Instant at) {
    return queries.counts(cluster, at);
  }

  /** The namespaces that held objects at an instant, in order. */
  @Transactional(readOnly = true)
  public List<String> namespaces(UUID cluster, Instant at) {
    return queries.namespaces(cluster, at);
  }

  /**
   * A cluster as a scan saw it.
   *
   * @param scan whose coverage holds
   * @param at when that scan looked
   */
  @Transactional(readOnly = true)
  public Snapshot snapshot(UUID cluster, UUID scan, Instant at, ServerVersion version) {
    return new Snapshot(at, version, coverage.of(scan), queries.all(cluster, at));
  }

  /** A page of objects, ordered by kind, namespace and name. */
  @Transactional(readOnly = true)
  public List<Version> page(Query query) {
    return queries.page(query);
  }

  /** Every object of some kinds as it stood at an instant, with what it said. */
  @Transactional(readOnly = true)
  public List<KubeObject> standing(UUID cluster, Instant at, Collection<Kind> kinds) {
    return kinds.stream().flatMap(kind -> queries.standing(cluster, at, kind).stream()).toList();
  }

  /** One object as it stood at an instant. */
  @Transactional(readOnly = true)
  public Optional<Stored> find(UUID id, Instant at) {
    return queries.find(id, at);
  }

  /**
   * The object that stands for a workload: itself, or the first static pod of a component, which is
   * kept under its node's name.
   */
  @Transactional(readOnly = true)
  public Optional<Stored> find(UUID cluster, ObjectKey workload, Instant at) {
    return queries
        .find(workload.id(cluster), at)
        .or(() -> queries.staticPod(cluster, workload, at));
  }

  /** All versions of one object, newest first. */
  @Transactional(readOnly = true)
  public List<Version> history(UUID id) {
    return queries.history(id);
  }

  /**
   * Removes versions that ended before an instant, at most so many at once.
   *
   * @return how many were removed
   */
  public int forget(Instant before, int limit) {
    return recorder.forget(before, limit);
  }

  /** Forgets what scans read. */
  public void forgetCoverage(Collection<UUID> scans) {
    coverage.forget(scans);
  }
}
