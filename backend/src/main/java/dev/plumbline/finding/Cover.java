package dev.plumbline.finding;

import java.util.UUID;

/**
 * How many judged failures stand under an exception.
 *
 * @param kind name of the objects' kind
 */
public record Cover(UUID cluster, String check, String kind, int failures) {}
