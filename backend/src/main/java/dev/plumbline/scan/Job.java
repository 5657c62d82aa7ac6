package dev.plumbline.scan;

import java.util.UUID;

/**
 * A piece of background work, claimed.
 *
 * @param kind which handler does it
 * @param subject what it is about: two jobs about one subject never run at once
 * @param attempt how often it has been claimed, this time included; the fence against stale workers
 */
public record Job(UUID tenant, UUID id, String kind, UUID subject, int attempt) {}
