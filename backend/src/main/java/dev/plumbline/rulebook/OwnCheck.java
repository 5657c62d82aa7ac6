package dev.plumbline.rulebook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A check that an organisation wrote.
 *
 * @param slug the check's id, by which findings name it
 * @param source a {@code check.yaml}, as it is being worked on
 * @param digest SHA-256 of the source, in hexadecimal
 * @param counted the source that counts, or counted last; empty while none ever did
 * @param changedAt when the source or the state last changed
 * @param trial of the source that was tried last
 */
public record OwnCheck(
    UUID id,
    String slug,
    State state,
    String source,
    String digest,
    Optional<String> counted,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    Optional<Tried> trial) {

  /** How far it has come. */
  public enum State {
    /** Never counted. */
    DRAFT,
    /** Counts from the next scan on. */
    ACTIVE,
    /** Counted once; its findings close with the next scan. */
    RETIRED
  }

  /**
   * A trial against the inventory of a cluster.
   *
   * @param digest of the source that was tried
   * @param cluster its name
   * @param well whether no expression failed on any object
   * @param words what came out, in a sentence
   */
  public record Tried(String digest, String cluster, Instant at, boolean well, String words) {}

  /** Whether the very source was tried and nothing failed. */
  public boolean proven() {
    return trial.filter(one -> one.well() && one.digest().equals(digest)).isPresent();
  }

  /** Whether it counts in another form than the source. */
  public boolean behind() {
    return state == State.ACTIVE && !counted.equals(Optional.of(source));
  }
}
