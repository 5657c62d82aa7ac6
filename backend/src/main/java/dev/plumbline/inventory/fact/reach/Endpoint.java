package dev.plumbline.inventory.fact.reach;

import java.util.Map;

/**
 * Pods that no policy can tell apart.
 *
 * @param labels those that policies and Services look at
 * @param node whether they use their node's network
 * @param ports those with names that are looked up
 * @param blocks the address blocks they are in
 */
record Endpoint(
    String namespace,
    Map<String, String> labels,
    boolean node,
    Map<PortMatch.Named, Ports> ports,
    Blocks.In blocks) {}
