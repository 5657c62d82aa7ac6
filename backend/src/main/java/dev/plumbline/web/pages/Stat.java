package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * A number with its label.
 *
 * @param value null when it is not known, which is not zero
 * @param href the list behind the number, null where there is none
 */
public record Stat(String label, @Nullable Long value, String note, @Nullable String href) {}
