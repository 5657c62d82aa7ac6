package dev.plumbline.web.api.ownchecks;

import dev.plumbline.rulebook.OwnCheck;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check that the organisation wrote.
 *
 * @param id by which findings name it
 * @param source a {@code check.yaml}, as it is being worked on
 * @param digest SHA-256 of the source
 * @param behind whether another source than this one counts
 * @param proven whether this source was tried and no expression failed: what activation asks for
 * @param ready whether it can be activated: proven, and its fixtures hold where it has some
 * @param trial the last trial, absent where there was none
 * @param fixtures what came of those in the source when it was saved, absent where it has none
 */
record OwnCheckJson(
    String id,
    OwnCheck.State state,
    String source,
    String digest,
    boolean behind,
    boolean proven,
    boolean ready,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    OwnCheck.@Nullable Tried trial,
    OwnCheck.@Nullable Rehearsed fixtures) {

  static OwnCheckJson of(OwnCheck own) {
    return new OwnCheckJson(
        own.slug(),
        own.state(),
        own.source(),
        own.digest(),
        own.behind(),
        own.proven(),
        own.ready(),
        own.createdBy(),
        own.createdAt(),
        own.changedBy(),
        own.changedAt(),
        own.trial().orElse(null),
        own.fixtures().orElse(null));
  }
}
