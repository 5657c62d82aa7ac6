package dev.plumbline.compliance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a control, and until when it is good.
 *
 * @param cluster the one cluster it speaks of, null for all
 * @param statement what is attested
 * @param evidence where the proof lies
 * @param attestedBy who said so, as the audit log names them
 */
public record Attestation(
    UUID id,
    String framework,
    String control,
    @Nullable UUID cluster,
    String statement,
    String evidence,
    String attestedBy,
    Instant attestedAt,
    Instant expiresAt,
    @Nullable Instant withdrawnAt) {

  /** Whether it had been given, and not been taken back, at an instant. */
  boolean standsAt(Instant instant) {
    return !attestedAt.isAfter(instant) && (withdrawnAt == null || withdrawnAt.isAfter(instant));
  }

  /** Attested or expired, as of an instant. */
  public ControlStatus statusAt(Instant instant) {
    return expiresAt.isAfter(instant) ? ControlStatus.ATTESTED : ControlStatus.EXPIRED;
  }
}
