package dev.plumbline.notify;

import dev.plumbline.report.Report;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * News of one report for one recipient.
 *
 * @param id of the delivery; the same at every try
 * @param createdAt when the delivery was put down; the same at every try
 * @param organisation its name
 * @param slug its name in addresses
 * @param stopToken by which the recipient can say no more, empty where there is no schedule
 * @param pdf the bytes, read only when they are sent
 */
public record Dispatch(
    UUID id,
    Instant createdAt,
    String recipient,
    String organisation,
    String slug,
    Report report,
    String stopToken,
    Supplier<byte[]> pdf) {}
