package dev.plumbline.inventory.collect;

import java.io.InputStream;

/**
 * A file that was sent to us: an archive of the offline script, or what kubectl printed.
 *
 * @param name as its sender calls it; only ever shown, never a path to open
 * @param content read once, from its beginning
 */
public record Upload(String name, InputStream content) {}
