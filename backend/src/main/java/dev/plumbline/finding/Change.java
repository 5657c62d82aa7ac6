package dev.plumbline.finding;

/**
 * What one scan changed.
 *
 * @param opened findings never seen before
 * @param reopened findings that had been fixed or gone
 * @param fixed findings fixed or gone
 * @param came judged objects seen for the first time, or again after they were gone
 * @param went judged objects that are gone
 */
public record Change(int opened, int reopened, int fixed, int came, int went) {}
