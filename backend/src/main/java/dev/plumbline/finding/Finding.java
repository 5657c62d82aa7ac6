package dev.plumbline.finding;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Severity;
import dev.plumbline.inventory.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A check's failure on an object, over one period in which it failed in the same way.
 *
 * @param id the same over all periods
 * @param openedAt where the unbroken run of failures began
 * @param until when this period ended, empty while it lasts
 * @param reopened whether it had been fixed before
 * @param rulePack version of the rules that judged
 */
public record Finding(
    UUID id,
    UUID cluster,
    String check,
    Severity severity,
    ObjectKey subject,
    List<Outcome.Offence> offences,
    Instant openedAt,
    Instant from,
    Optional<Instant> until,
    boolean reopened,
    String rulePack,
    Optional<ClosedWhy> closedWhy) {

  public Finding {
    offences = List.copyOf(offences);
  }
}
