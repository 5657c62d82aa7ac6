package dev.plumbline.cluster;

import java.time.Instant;

/**
 * The last self-test of a credential.
 *
 * @param json as whoever tested wrote it
 */
public record KeptSelfTest(String json, Instant at) {}
