package dev.plumbline.rulebook;

import dev.plumbline.check.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that an organisation wrote.
 *
 * @param slug the check's id, by which findings name it
 * @param source a {@code check.yaml}, as it is being worked on
 * @param digest SHA-256 of the source, in hexadecimal
 * @param counted the source that counts, or counted last; empty while none ever did
 * @param changedAt when the source or the state last changed
 * @param trial of the source that was tried last
 * @param fixtures what came of those in the source when it was saved; empty where it has none
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
    Optional<Tried> trial,
    Optional<Rehearsed> fixtures) {

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
   * @param cost null where nobody measured it
   */
  public record Tried(
      String digest, String cluster, Instant at, boolean well, String words, @Nullable Cost cost) {}

  /**
   * What the source says of its own fixtures.
   *
   * @param hold whether that is what they announce
   * @param words what was found, or what does not hold, a sentence each
   */
  public record Rehearsed(boolean hold, List<String> words, Cost cost) {

    public Rehearsed {
      words = List.copyOf(words);
    }
  }

  /** Whether it can be activated: proven, and its fixtures hold where it has some. */
  public boolean ready() {
    return proven() && fixtures.map(Rehearsed::hold).orElse(true);
  }

  /** Whether the very source was tried and nothing failed. */
  public boolean proven() {
    return trial.filter(one -> one.well() && one.digest().equals(digest)).isPresent();
  }

  /** Whether it counts in another form than the source. */
  public boolean behind() {
    return state == State.ACTIVE && !counted.equals(Optional.of(source));
  }
}
