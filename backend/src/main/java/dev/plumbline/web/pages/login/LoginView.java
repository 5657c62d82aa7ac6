package dev.plumbline.web.pages.login;

import org.jspecify.annotations.Nullable;

/**
 * The sign-in form.
 *
 * @param email typed before, empty at first
 * @param organisation where the link came from, null when not known
 * @param problem why signing in failed, null at first
 * @param message such as having signed out, null for none
 */
public record LoginView(
    String email,
    @Nullable String organisation,
    @Nullable String problem,
    @Nullable String message) {}
