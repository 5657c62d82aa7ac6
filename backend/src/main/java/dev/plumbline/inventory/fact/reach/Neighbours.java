package dev.plumbline.inventory.fact.reach;

/**
 * How many other workloads.
 *
 * @param certain that surely are connected on some port
 * @param possible that may be, the certain ones among them
 */
public record Neighbours(int certain, int possible) {}
