package dev.plumbline.finding;

import dev.plumbline.inventory.ObjectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A finding that people accept until an instant: asked for by one person, decided by another.
 * People know it as an exception.
 *
 * @param finding id of the finding, the same over re-creations of its object
 * @param compensation what lowers the risk meanwhile, empty when nothing does
 * @param requester the person who asked
 * @param requestedBy how the audit log names who asked
 */
public record Waiver(
    UUID id,
    UUID finding,
    UUID cluster,
    String check,
    ObjectKey subject,
    String reason,
    String compensation,
    UUID requester,
    String requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    Optional<Decision> decision,
    Optional<Withdrawal> withdrawal) {

  /**
   * What a second person said.
   *
   * @param note why, or on what terms; may be empty
   */
  public record Decision(boolean approved, String by, Instant at, String note) {}

  /** That it was taken back. */
  public record Withdrawal(String by, Instant at) {}

  /** Where it stands; follows from the time alone. */
  public enum State {
    /** Waits for a second person. */
    REQUESTED,
    /** In force. */
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** Its end has come, decided or not. */
    EXPIRED;

    /** Whether nothing can happen to it any more. */
    public boolean over() {
      return this != REQUESTED && this != APPROVED;
    }
  }

  /** Where it stood at an instant not before it was asked for. */
  public State stateAt(Instant instant) {
    if (withdrawal.filter(one -> reached(one.at(), instant)).isPresent()
        && withdrawal.get().at().isBefore(expiresAt)) {
      return State.WITHDRAWN;
    }
    var said = decision.filter(one -> reached(one.at(), instant));
    if (said.filter(one -> !one.approved()).isPresent()) {
      return State.REFUSED;
    }
    if (reached(expiresAt, instant)) {
      return State.EXPIRED;
    }
    return said.isPresent() ? State.APPROVED : State.REQUESTED;
  }

  private static boolean reached(Instant event, Instant instant) {
    return !event.isAfter(instant);
  }
}
