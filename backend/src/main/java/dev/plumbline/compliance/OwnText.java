package dev.plumbline.compliance;

import java.time.Instant;
import java.util.UUID;

/**
 * One saved text of a framework that an organisation wrote; it never changes.
 *
 * @param framework the framework's row
 * @param revision from 1
 * @param size in characters
 */
record OwnText(UUID tenant, UUID framework, String slug, int revision, int size, Instant savedAt) {}
