package dev.plumbline.inventory.fact.resources;

/**
 * How far a limit lies above what is requested.
 *
 * @param container name of the container
 * @param resource such as {@code memory}
 * @param request as written
 * @param limit as written
 * @param times the limit over the request, 1 when they are the same
 */
public record Ratio(
    String container, String resource, String request, String limit, double times) {}
