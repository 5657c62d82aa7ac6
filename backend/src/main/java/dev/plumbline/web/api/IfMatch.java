package dev.plumbline.web.api;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The state in which a caller has read what is to be changed (RFC 9110, If-Match); a handler takes
 * it as a parameter.
 */
public final class IfMatch {

  public static final String HEADER = "If-Match";

  private final @Nullable String tags;
  private final Changes changes;

  IfMatch(@Nullable String tags, Changes changes) {
    this.tags = tags;
    this.changes = changes;
  }

  /**
   * Changes a thing that still is as its caller has read it; of several changes at once, one is
   * done and the others are refused.
   *
   * @param current what reading it answers
   */
  public <T extends @Nullable Object> T change(
      UUID id, Supplier<? extends Body<?>> current, Supplier<T> change) {
    String known = tags;
    if (known == null) {
      throw ApiProblem.of(
          HttpStatus.PRECONDITION_REQUIRED,
          "Read it first and send its ETag as If-Match, so that nobody's change is overwritten.",
          "header",
          HEADER);
    }
    return changes.change(id, known, current, change);
  }

  /** As {@link #change}, for what leaves nothing to answer. */
  public void delete(UUID id, Supplier<? extends Body<?>> current, Runnable deletion) {
    change(
        id,
        current,
        () -> {
          deletion.run();
          return id;
        });
  }
}
