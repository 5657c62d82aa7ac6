package dev.plumbline.check.cel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What patterns said of texts lately: many patterns meet the same images and names, one text after
 * the other, so that all that is known of a text lies together. A text forgets one of two others
 * when it needs their place; threads that meet here may find out the same twice.
 */
final class Answers {

  static final byte YES = 1;
  static final byte NO = 2;

  private static final int TEXTS = 1 << 16;
  private static final int PATTERNS = 96;
  private static final int LONGEST = 256;
  private static final byte[] NONE = {};

  private final @Nullable Known[] known = new @Nullable Known[TEXTS];
  private final Map<String, Integer> places = new HashMap<>();

  private record Known(String text, byte[] answers) {

    private boolean of(String other) {
      return text == other || text.hashCode() == other.hashCode() && text.equals(other);
    }
  }

  /** Where the answers of a pattern lie; patterns beyond the last place have none. */
  synchronized int place(String pattern) {
    if (places.size() < PATTERNS) {
      places.putIfAbsent(pattern, places.size());
    }
    return places.getOrDefault(pattern, PATTERNS);
  }

  /** An answer for each pattern, 0 where there is none yet; empty for what is not remembered. */
  byte[] of(String text) {
    int place = text.hashCode() * 0x9E3779B9 >>> 16;
    Known first = known[place];
    if (first != null && first.of(text)) {
      return first.answers;
    }
    Known second = known[place ^ 1];
    return second != null && second.of(text) ? second.answers : added(text, place, first, second);
  }

  private byte[] added(String text, int place, @Nullable Known first, @Nullable Known second) {
    if (text.length() > LONGEST) {
      return NONE;
    }
    var added = new Known(text, new byte[PATTERNS]);
    known[first != null && second == null ? place ^ 1 : place] = added;
    return added.answers;
  }
}
