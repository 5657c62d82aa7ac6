package dev.plumbline.finding;

/**
 * What one scan changed.
 *
 * @param opened findings never seen before
 * @param reopened findings that had been fixed or gone
 * @param fixed findings fixed or gone
 */
public record Change(int opened, int reopened, int fixed) {}
