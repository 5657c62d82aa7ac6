package dev.plumbline.compliance;

import dev.plumbline.check.Score;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a framework stood in one scan, as kept.
 *
 * @param at the instant from which the scan holds
 * @param score in points of 100; empty where one figure would mislead or nothing was judged
 */
public record FrameworkScore(
    UUID scan,
    UUID cluster,
    String framework,
    Instant at,
    String mappingVersion,
    String rulePack,
    Counts counts,
    Optional<Score.Fraction> score) {}
