package dev.plumbline.finding;

import dev.plumbline.check.Outcome;
import dev.plumbline.check.Severity;
import dev.plumbline.inventory.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A finding that was open before a scan. */
record OpenFinding(
    UUID id,
    String check,
    ObjectKey subject,
    Severity severity,
    List<Outcome.Offence> offences,
    Instant openedAt,
    boolean reopened) {}
