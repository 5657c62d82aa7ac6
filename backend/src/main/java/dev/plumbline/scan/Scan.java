package dev.plumbline.scan;

import dev.plumbline.check.Score;
import dev.plumbline.finding.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One scan of one cluster, as far as it has come.
 *
 * @param cluster the cluster's id
 * @param requestedBy who asked, in words
 * @param takenAt when it looked at the cluster; what it found holds from then on
 * @param failure why it failed, for people; empty unless it did
 * @param notes what was left out or not understood
 * @param serverVersion {@code gitVersion}, empty until read
 * @param rulePack version of the rules that judged, empty until they did
 */
public record Scan(
    UUID id,
    UUID cluster,
    Cause cause,
    String requestedBy,
    Instant requestedAt,
    State state,
    Progress progress,
    Optional<Instant> startedAt,
    Optional<Instant> takenAt,
    Optional<Instant> finishedAt,
    String failure,
    List<String> notes,
    String serverVersion,
    String distribution,
    String rulePack,
    Size size,
    Change change,
    Optional<Result> result) {

  /** What made it happen. */
  public enum Cause {
    SCHEDULE,
    BUTTON,
    UPLOAD,
    SAMPLE
  }

  /** How far it is. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean over() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /** The steps of a scan, in their order. */
  public enum Phase {
    QUEUED,
    CONNECT,
    DISCOVER,
    COLLECT,
    EVALUATE,
    STORE
  }

  /**
   * Where a scan stands.
   *
   * @param done of {@code total} within the phase; both 0 when it cannot be counted
   * @param detail such as the kind being read
   * @param at when this was last heard of
   */
  public record Progress(Phase phase, int done, int total, String detail, Optional<Instant> at) {}

  /** What it read. */
  public record Size(int objects, int workloads, int namespaces) {}

  /**
   * What came out.
   *
   * @param score from 0 to 100, empty when nothing could be assessed
   * @param coverage share of the weights that was judged, 0 to 1
   * @param potential the score if everything unknown were in order
   */
  public record Result(Optional<Score.Fraction> score, BigDecimal coverage, BigDecimal potential) {}
}
