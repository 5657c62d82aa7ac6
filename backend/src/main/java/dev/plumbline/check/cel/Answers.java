package dev.plumbline.check.cel;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What patterns said of texts lately: many patterns meet the same images and names, one text after
 * the other, so that all that is known of a text lies together.
 */
final class Answers {

  static final byte YES = 1;
  static final byte NO = 2;

  private static final int TEXTS = 32_768;
  private static final int PATTERNS = 96;
  private static final int LONGEST = 256;
  private static final byte[] NONE = {};

  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  /** Where the answers of a pattern lie; patterns beyond the last place have none. */
  synchronized int place(String pattern) {
    if (places.size() < PATTERNS) {
      places.putIfAbsent(pattern, places.size());
    }
    return places.getOrDefault(pattern, PATTERNS);
  }

  /** An answer for each pattern, 0 where there is none yet; empty for what is not remembered. */
  byte[] of(String text) {
    byte[] answers = known.get(text);
    return answers == null ? added(text) : answers;
  }

  private byte[] added(String text) {
    if (text.length() > LONGEST) {
      return NONE;
    }
    if (known.size() >= TEXTS) {
      known.clear();
    }
    return known.computeIfAbsent(text, one -> new byte[PATTERNS]);
  }
}
