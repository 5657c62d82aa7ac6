package dev.plumbline.web.pages.setup;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form for the first organisation and its owner.
 *
 * @param token the one-time token of the link
 * @param problem what concerns no single field, null for none
 * @param problems field name to what is wrong with it
 */
public record SetupView(
    String token,
    String organisation,
    String name,
    String email,
    @Nullable String problem,
    Map<String, String> problems) {}
