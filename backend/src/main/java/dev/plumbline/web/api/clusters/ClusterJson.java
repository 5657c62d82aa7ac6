package dev.plumbline.web.api.clusters;

import dev.plumbline.check.Score;
import dev.plumbline.cluster.Cluster;
import dev.plumbline.compliance.ChosenBenchmark;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster as the API shows it; its credential is never among it.
 *
 * @param type {@code live} or {@code offline}
 * @param score 0 to 100, null when not assessed
 * @param coverage share of the weights that was judged, 0 to 1
 * @param standing {@code fresh}, {@code stale}, {@code lapsed} or {@code never}
 * @param benchmark null when it was never scanned
 */
record ClusterJson(
    UUID id,
    String name,
    String alias,
    String type,
    boolean sample,
    String server,
    String version,
    String distribution,
    int intervalMinutes,
    boolean paused,
    Instant createdAt,
    @Nullable CredentialJson credential,
    ReachJson reach,
    String standing,
    @Nullable Instant scannedAt,
    @Nullable BigDecimal score,
    @Nullable BigDecimal coverage,
    @Nullable BenchmarkJson benchmark) {

  /**
   * The CIS benchmark that counts for it.
   *
   * @param nearest whether none was written for such a cluster that we keep
   */
  record BenchmarkJson(String framework, String name, boolean nearest, String reason) {

    static BenchmarkJson of(ChosenBenchmark chosen) {
      return new BenchmarkJson(
          chosen.framework().id(),
          chosen.framework().fullName(),
          chosen.nearest(),
          chosen.reason());
    }
  }

  /** What may be seen of a credential. */
  record CredentialJson(
      int version, String kind, String subject, String fingerprint, @Nullable Instant expiresAt) {

    static CredentialJson of(Cluster.Credential credential) {
      return new CredentialJson(
          credential.version(),
          credential.kind(),
          credential.subject(),
          credential.fingerprint(),
          credential.expiresAt().orElse(null));
    }
  }

  /** Whether it could be reached. */
  record ReachJson(String state, String reason, @Nullable Instant at) {}

  static ClusterJson of(Cluster cluster) {
    return of(cluster, Optional.empty(), "never", null);
  }

  static ClusterJson of(Standing standing, Frameworks frameworks) {
    BenchmarkJson benchmark =
        standing
            .scan()
            .map(scan -> frameworks.benchmark(scan.distribution(), scan.serverVersion()))
            .map(BenchmarkJson::of)
            .orElse(null);
    return of(standing.cluster(), standing.scan(), lower(standing.age()), benchmark);
  }

  private static ClusterJson of(
      Cluster cluster, Optional<Scan> scan, String standing, @Nullable BenchmarkJson benchmark) {
    Optional<Scan.Result> result = scan.flatMap(Scan::result);
    return new ClusterJson(
        cluster.id(),
        cluster.name(),
        cluster.alias(),
        lower(cluster.type()),
        cluster.sample(),
        cluster.server(),
        scan.map(Scan::serverVersion).orElse(cluster.serverVersion()),
        scan.map(Scan::distribution).orElse(cluster.distribution()),
        cluster.intervalMinutes(),
        cluster.paused(),
        cluster.createdAt(),
        cluster.credential().map(CredentialJson::of).orElse(null),
        reach(cluster.reach()),
        standing,
        scan.flatMap(Scan::takenAt).orElse(null),
        result.flatMap(Scan.Result::score).map(ClusterJson::rounded).orElse(null),
        result.map(Scan.Result::coverage).orElse(null),
        benchmark);
  }

  private static BigDecimal rounded(Score.Fraction score) {
    return score.rounded(2);
  }

  private static ReachJson reach(Cluster.Reach reach) {
    return new ReachJson(lower(reach.state()), reach.reason(), reach.at().orElse(null));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
