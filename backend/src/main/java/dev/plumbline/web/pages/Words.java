package dev.plumbline.web.pages;

/** A stretch of a sentence. */
public record Words(String text, boolean strong) {}
