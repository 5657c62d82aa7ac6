package dev.plumbline.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the delivery log.
 *
 * @param detail what the other side said last
 * @param sentAt when it was taken, null when it was not
 */
public record Delivery(
    UUID id,
    UUID report,
    String channel,
    String recipient,
    State state,
    int attempts,
    String detail,
    Instant createdAt,
    @Nullable Instant lastAt,
    @Nullable Instant sentAt) {

  /** How far it is. */
  public enum State {
    QUEUED,
    /** Handed over, not yet answered; after a crash it is sent again under the same id. */
    SENDING,
    SENT,
    FAILED,
    /** The channel was not set up when the news came. */
    NOT_SET_UP,
    UNSUBSCRIBED
  }
}
