package dev.plumbline.tenant;

import java.util.UUID;

/** Someone who can sign in; belongs to any number of organisations. */
public record Person(UUID id, String email, String name) {}
