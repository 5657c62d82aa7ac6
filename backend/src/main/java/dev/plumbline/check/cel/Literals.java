package dev.plumbline.check.cel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts of which every match of a pattern contains at least one: where none is, none matches. */
final class Literals {

  private static final int MOST = 16;
  private static final int SHORTEST = 2;

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /** Empty when none are known. */
  static List<String> of(String pattern) {
    try {
      var literals = new Literals(pattern);
      Set<String> found = literals.alternatives();
      return literals.at == pattern.length() ? List.copyOf(found) : List.of();
    } catch (Unusual beyond) {
      return List.of();
    }
  }

  /** A part of the syntax that is not read here. */
  private static final class Unusual extends RuntimeException {
    private Unusual() {
      super(null, null, false, false);
    }
  }

  private Set<String> alternatives() {
    Set<String> all = new LinkedHashSet<>(sequence());
    boolean known = !all.isEmpty();
    while (next('|')) {
      Set<String> one = sequence();
      known = known && !one.isEmpty();
      all.addAll(one);
    }
    return known && all.size() <= MOST ? all : Set.of();
  }

  private Set<String> sequence() {
    Set<String> best = Set.of();
    var run = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      char first = pattern.charAt(at++);
      Set<String> within = first == '(' ? group() : Set.of();
      boolean literal = literal(first);
      char letter = pattern.charAt(at - 1);
      boolean repeated = at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0;
      boolean needed = !repeated || needed();
      if (literal && needed) {
        run.append(letter);
      }
      if (!literal || repeated) {
        best = better(best, Set.of(run.toString()));
        best = needed ? better(best, within) : best;
        run.setLength(0);
      }
    }
    return better(best, Set.of(run.toString()));
  }

  /** Whether what begins so is one letter, which is then read to its end. */
  private boolean literal(char first) {
    switch (first) {
      case '(', '^', '$', '.' -> {
        return false;
      }
      case '[' -> {
        skipClass();
        return false;
      }
      case '\\' -> {
        return escaped();
      }
      case '*', '+', '?', '{', '}', ']' -> throw new Unusual();
      default -> {
        return true;
      }
    }
  }

  private boolean escaped() {
    if (at == pattern.length()) {
      throw new Unusual();
    }
    char letter = pattern.charAt(at++);
    if (letter < 128 && !Character.isLetterOrDigit(letter)) {
      return true;
    }
    if ("dDwWsSbB".indexOf(letter) < 0) {
      throw new Unusual();
    }
    return false;
  }

  private Set<String> group() {
    if (next('?') && !next(':')) {
      throw new Unusual();
    }
    Set<String> within = alternatives();
    if (!next(')')) {
      throw new Unusual();
    }
    return within;
  }

  private void skipClass() {
    next('^');
    int start = at;
    while (at < pattern.length() && (pattern.charAt(at) != ']' || at == start)) {
      if (pattern.startsWith("[:", at)) {
        throw new Unusual();
      }
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    if (!next(']')) {
      throw new Unusual();
    }
  }

  /** Reads a repetition: whether it asks for once at least. */
  private boolean needed() {
    char how = pattern.charAt(at++);
    if (how == '{') {
      int end = pattern.indexOf('}', at);
      if (end < 0 || !pattern.substring(at, end).matches("[0-9]+(,[0-9]*)?")) {
        throw new Unusual();
      }
      at = end + 1;
    }
    next('?');
    return how == '+';
  }

  private boolean next(char wanted) {
    boolean there = at < pattern.length() && pattern.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private static Set<String> better(Set<String> one, Set<String> other) {
    return shortest(other) >= SHORTEST && shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(Set<String> all) {
    return all.stream().mapToInt(String::length).min().orElse(0);
  }
}
