package dev.plumbline.compliance;

/**
 * The one CIS benchmark that counts for a cluster.
 *
 * @param nearest whether none that we keep was written for such a cluster, and this is the nearest
 * @param reason why it was chosen, as a sentence for people
 */
public record ChosenBenchmark(Framework framework, boolean nearest, String reason) {}
