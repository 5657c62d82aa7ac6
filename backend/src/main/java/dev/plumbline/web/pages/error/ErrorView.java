package dev.plumbline.web.pages.error;

import org.jspecify.annotations.Nullable;

/**
 * What a person sees when a page cannot be shown.
 *
 * @param status of HTTP, such as 404
 * @param text what happened and what to do, without internals
 * @param reference under which the log has the details, null for none
 */
public record ErrorView(int status, String title, String text, @Nullable String reference) {

  /** The words for a status. */
  public static ErrorView of(int status, @Nullable String reference) {
    return switch (status) {
      case 400 -> say(status, "This request makes no sense here", "Go back and try again.", null);
      case 403 ->
          say(status, "Your role does not allow this", "An owner or admin can change it.", null);
      case 404 ->
          say(
              status,
              "There is no such page",
              "It may have been removed, or it belongs to an organisation you are not part of.",
              null);
      case 409 ->
          say(status, "Someone was faster", "Reload the page and look at the new state.", null);
      case 413 -> say(status, "This upload is too large", "At most 64 MiB are taken.", null);
      case 429 -> say(status, "Too many attempts", "Wait a minute and try again.", null);
      default ->
          status < 500
              ? say(status, "This cannot be done", "Go back and try again.", reference)
              : say(
                  status,
                  "Something broke on our side",
                  "Nothing was lost. Try again; if it stays, give the reference to your operator.",
                  reference);
    };
  }

  /** A link that was mailed or handed over opens nothing any more. */
  public static ErrorView deadLink(String text) {
    return say(404, "This link opens nothing", text, null);
  }

  private static ErrorView say(int status, String title, String text, @Nullable String reference) {
    return new ErrorView(status, title, text, reference);
  }
}
