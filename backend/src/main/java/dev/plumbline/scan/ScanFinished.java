package dev.plumbline.scan;

import dev.plumbline.check.Assessment;
import dev.plumbline.inventory.Snapshot;
import java.time.Instant;
import java.util.UUID;

/**
 * A scan has been stored; published inside its closing transaction, so that what listens is kept or
 * undone with it.
 *
 * @param at the instant from which what it found holds
 */
public record ScanFinished(
    UUID scan, UUID cluster, Instant at, Snapshot snapshot, Assessment assessment) {}
