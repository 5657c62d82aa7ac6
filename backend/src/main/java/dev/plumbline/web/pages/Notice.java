package dev.plumbline.web.pages;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A message above the page; the model or flash attribute {@code notice}, kept in the session until
 * it is shown.
 *
 * @param strong what matters, in bold; null for none
 * @param link the way out; null for none
 */
public record Notice(Tone tone, @Nullable String strong, String text, @Nullable Link link)
    implements Serializable {

  /** How it reads. */
  public enum Tone {
    INFO,
    WARN,
    BAD,
    GOOD
  }

  public static Notice good(String text) {
    return new Notice(Tone.GOOD, null, text, null);
  }

  public static Notice bad(String strong, String text) {
    return new Notice(Tone.BAD, strong, text, null);
  }

  /** The symbol of the sprite. */
  public String mark() {
    return switch (tone) {
      case INFO -> "#i-note";
      case WARN -> "#i-warn";
      case BAD -> "#o-fail";
      case GOOD -> "#o-pass";
    };
  }
}
