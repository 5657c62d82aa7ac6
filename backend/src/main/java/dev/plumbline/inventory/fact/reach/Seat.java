package dev.plumbline.inventory.fact.reach;

import java.util.Map;

/**
 * What endpoints have in common that are judged alike in one direction.
 *
 * @param ports their own named ports, where others connect to them by name; else empty
 */
record Seat(Track track, Map<PortMatch.Named, Ports> ports) {}
