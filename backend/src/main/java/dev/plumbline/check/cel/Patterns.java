package dev.plumbline.check.cel;

import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Patterns that an expression computes, each compiled once. */
final class Patterns {

  private static final int MOST = 64;

  private final Map<String, Matches> known = new ConcurrentHashMap<>();
  private final Answers answers;

  Patterns(Answers answers) {
    this.answers = answers;
  }

  Object matches(Object text, Object pattern) {
    return pattern(Calls.text(pattern)).of(Calls.text(text));
  }

  private Matches pattern(String source) {
    Matches pattern = known.get(source);
    return pattern == null ? compiled(source) : pattern;
  }

  private Matches compiled(String source) {
    if (known.size() >= MOST) {
      known.clear();
    }
    try {
      return known.computeIfAbsent(source, one -> new Matches(one, answers));
    } catch (PatternSyntaxException invalid) {
      throw Retreat.NOW;
    }
  }
}
