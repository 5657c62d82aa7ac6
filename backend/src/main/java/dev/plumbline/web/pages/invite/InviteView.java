package dev.plumbline.web.pages.invite;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that accepts an invitation.
 *
 * @param role in words, such as {@code Engineer}
 * @param ends when the link ends, ready to print
 * @param known whether the e-mail address has an account already: no name is asked then
 * @param name typed before
 * @param problem what concerns no single field, null for none
 * @param problems field name to what is wrong with it
 */
public record InviteView(
    String token,
    String organisation,
    String email,
    String role,
    String invitedBy,
    String ends,
    boolean known,
    String name,
    @Nullable String problem,
    Map<String, String> problems) {}
