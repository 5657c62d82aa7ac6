package dev.plumbline.web.pages;

/**
 * Words that lead somewhere.
 *
 * @param href from the context path on, with its query
 */
public record Link(String words, String href) {}
