package dev.plumbline.inventory.fact.mesh;

/**
 * What one port of a workload takes.
 *
 * @param port of the container
 * @param by what decides, for people: {@code PeerAuthentication shop/web}
 */
public record PortMode(int port, Mode mode, String by) {}
