package dev.plumbline.cluster;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A registered cluster.
 *
 * @param alias stands in addresses for the id: lower-case letters, digits and dashes
 * @param sample whether it is made up, to try the product with
 * @param server address of the API server, empty when offline
 * @param apiUid names the cluster itself: uid of its kube-system namespace, empty until read
 * @param distribution such as {@code kubeadm} or {@code eks}, empty until read
 * @param serverVersion {@code gitVersion} of the API server, empty until read
 * @param intervalMinutes between two scans from the schedule
 * @param paused whether the schedule leaves it out
 * @param credential what may be seen of it; empty when offline
 */
public record Cluster(
    UUID id,
    String name,
    String alias,
    Type type,
    boolean sample,
    String server,
    String apiUid,
    String distribution,
    String serverVersion,
    int intervalMinutes,
    boolean paused,
    Instant createdAt,
    Optional<Credential> credential,
    Reach reach) {

  /** How a cluster is read. */
  public enum Type {
    /** By its API server. */
    LIVE,
    /** By uploads. */
    OFFLINE
  }

  public boolean live() {
    return type == Type.LIVE;
  }

  /**
   * What may be seen of a credential.
   *
   * @param version counts replacements, from 1
   * @param kind {@code token} or {@code certificate}
   * @param subject whom it speaks for, empty when it does not tell
   * @param fingerprint tells two credentials apart and nothing else
   */
  public record Credential(
      int version, String kind, String subject, String fingerprint, Optional<Instant> expiresAt) {}

  /**
   * Whether the API server could be reached the last time it was tried.
   *
   * @param reason why not, for people; empty when it could or was not tried
   */
  public record Reach(State state, String reason, Optional<Instant> at) {

    /** The outcome of the last try. */
    public enum State {
      UNTRIED,
      REACHED,
      FAILED
    }
  }
}
