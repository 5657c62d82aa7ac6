package dev.plumbline.web.pages.unsubscribe;

/**
 * The question, or that it is done.
 *
 * @param schedule whose mails end
 * @param recipient to whom they go
 * @param stopped whether they have ended already
 */
public record UnsubscribeView(String token, String schedule, String recipient, boolean stopped) {}
