package dev.plumbline.compliance;

import dev.plumbline.check.Tally;

/**
 * What all nodes together say of one thing: the worst of them.
 *
 * @param tally nodes that pass, fail, and could not be judged
 * @param detail which nodes, for people
 */
public record NodeStanding(Evidence.State state, Tally tally, String detail) {}
