package dev.plumbline.web.pages;

import java.io.Serializable;

/**
 * Words that lead somewhere.
 *
 * @param href from the context path on, with its query
 */
public record Link(String words, String href) implements Serializable {}
