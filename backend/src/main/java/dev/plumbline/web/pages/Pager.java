package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * Paging by cursor.
 *
 * @param range such as {@code Groups 1 to 6 of 6}
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 */
public record Pager(String range, @Nullable String previous, @Nullable String next) {}
