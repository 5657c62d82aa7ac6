package dev.plumbline.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A framework that the current organisation wrote.
 *
 * @param slug the framework's id, such as {@code own-house-rules}
 * @param name as its newest text says
 * @param revision number of its newest text, from 1
 * @param inForce number of the text that counts, null when none does
 * @param savedBy who saved the newest text, as the audit log names them
 * @param since from when the text in force counts, null when none does
 */
public record OwnFramework(
    UUID id,
    String slug,
    String name,
    State state,
    int revision,
    @Nullable Integer inForce,
    String savedBy,
    Instant savedAt,
    @Nullable Instant since) {

  /** Whether its newest text waits to be published. */
  public boolean changed() {
    return inForce == null || inForce != revision;
  }

  /** Whether it counts. */
  public enum State {
    /** It never counted. */
    DRAFT,
    /** One of its texts counts. */
    PUBLISHED,
    /** It counts no more; the past keeps it. */
    RETIRED
  }

  /**
   * One of its texts.
   *
   * @param terms when it counted, oldest first
   */
  public record Revision(int number, String savedBy, Instant savedAt, List<Term> terms) {

    public Revision {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A span in which a text counted.
   *
   * @param to null while it does
   * @param endedBy null while it does
   */
  public record Term(
      int revision,
      Instant from,
      @Nullable Instant to,
      String publishedBy,
      @Nullable String endedBy) {}
}
