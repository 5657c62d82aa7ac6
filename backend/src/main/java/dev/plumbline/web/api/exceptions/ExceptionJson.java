package dev.plumbline.web.api.exceptions;

import dev.plumbline.finding.Waiver;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the API shows it, as of an instant.
 *
 * @param state {@code requested}, {@code approved} (in force), {@code refused}, {@code withdrawn}
 *     or {@code expired}
 * @param finding id of the finding, which goes on failing
 * @param compensation what lowers the risk meanwhile, empty when nothing does
 * @param decidedBy who approved or refused it, absent while it waits
 * @param note what they said
 */
record ExceptionJson(
    UUID id,
    String state,
    UUID finding,
    UUID cluster,
    String check,
    Subject subject,
    String reason,
    String compensation,
    String requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String note,
    @Nullable String withdrawnBy,
    @Nullable Instant withdrawnAt) {

  /** The object it is about; namespace is empty when it has none. */
  record Subject(String group, String kind, String namespace, String name) {}

  static ExceptionJson of(Waiver waiver, Instant at) {
    var decision = waiver.decision().filter(one -> !one.at().isAfter(at));
    var back = waiver.withdrawal().filter(one -> waiver.stateAt(at) == Waiver.State.WITHDRAWN);
    var subject = waiver.subject();
    return new ExceptionJson(
        waiver.id(),
        waiver.stateAt(at).name().toLowerCase(Locale.ROOT),
        waiver.finding(),
        waiver.cluster(),
        waiver.check(),
        new Subject(
            subject.kind().group(), subject.kind().name(), subject.namespace(), subject.name()),
        waiver.reason(),
        waiver.compensation(),
        waiver.requestedBy(),
        waiver.requestedAt(),
        waiver.expiresAt(),
        decision.map(Waiver.Decision::by).orElse(null),
        decision.map(Waiver.Decision::at).orElse(null),
        decision.map(Waiver.Decision::note).orElse(null),
        back.map(Waiver.Withdrawal::by).orElse(null),
        back.map(Waiver.Withdrawal::at).orElse(null));
  }
}
