package dev.plumbline.web.api.findings;

import dev.plumbline.check.Outcome;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the API shows it.
 *
 * @param status {@code open}, or why it ended: {@code fixed}, {@code gone} …
 * @param until when this period ended, absent while it lasts
 * @param exception the one in force, absent for none; the finding goes on failing
 */
record FindingJson(
    UUID id,
    UUID cluster,
    String check,
    String severity,
    String status,
    Subject subject,
    List<Outcome.Offence> offences,
    Instant openedAt,
    Instant from,
    @Nullable Instant until,
    boolean reopened,
    String rulePack,
    @Nullable InForce exception) {

  /** An exception in force. */
  record InForce(UUID id, Instant expiresAt) {}

  /** The object it is about; namespace is empty when it has none. */
  record Subject(String group, String kind, String namespace, String name) {}

  /** A past period, without a word on exceptions. */
  static FindingJson of(Finding finding) {
    return of(finding, null);
  }

  static FindingJson of(Finding finding, @Nullable Waiver waiver) {
    var subject = finding.subject();
    return new FindingJson(
        finding.id(),
        finding.cluster(),
        finding.check(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.closedWhy().map(why -> why.name().toLowerCase(Locale.ROOT)).orElse("open"),
        new Subject(
            subject.kind().group(), subject.kind().name(), subject.namespace(), subject.name()),
        finding.offences(),
        finding.openedAt(),
        finding.from(),
        finding.until().orElse(null),
        finding.reopened(),
        finding.rulePack(),
        waiver == null ? null : new InForce(waiver.id(), waiver.expiresAt()));
  }
}
