package dev.plumbline.check;

/**
 * What an evaluation came to.
 *
 * @param memory for the next look at the same cluster
 * @param judged outcomes of a check on an object that were worked out
 * @param carried outcomes that were taken over, because nothing they depend on has changed
 */
public record Evaluated(Assessment assessment, Memory memory, long judged, long carried) {}
