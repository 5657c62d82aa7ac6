package dev.plumbline.check.cel;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A pattern that remembers its latest answers: the same images and names come again and again. */
final class Matches {

  private static final int MOST = 2048;
  private static final int LONGEST = 256;

  private final Pattern pattern;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Matches(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean of(String text) {
    Boolean answer = known.get(text);
    return answer == null ? found(text) : answer;
  }

  private boolean found(String text) {
    boolean found = pattern.matcher(text).find();
    if (text.length() <= LONGEST) {
      if (known.size() >= MOST) {
        known.clear();
      }
      known.put(text, found);
    }
    return found;
  }
}
