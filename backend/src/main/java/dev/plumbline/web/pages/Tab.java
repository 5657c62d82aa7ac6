package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * One of several views of the same thing, as a link.
 *
 * @param count null prints nothing
 */
public record Tab(String words, @Nullable Long count, String href, boolean current) {}
