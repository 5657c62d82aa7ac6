package dev.plumbline.inventory.fact.admission.pattern;

import dev.plumbline.inventory.fact.admission.cel.Meter;

/** Patterns with {@code *} for any letters and {@code ?} for one. */
public final class Wildcards {

  private Wildcards() {}

  /** The same at its cost, which a star may make the product of both lengths. */
  public static boolean meets(String pattern, String text, Meter meter) {
    long lengths = (long) pattern.length() + text.length();
    long product = (long) pattern.length() * text.length();
    meter.charge(1 + (pattern.indexOf('*') < 0 ? lengths : product) / 64);
    return meets(pattern, text);
  }

  /** Whether a text meets a pattern; both walked once, going back to the last star only. */
  public static boolean meets(String pattern, String text) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (p < pattern.length() && same(pattern.charAt(p), text.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    return pattern.substring(p).chars().allMatch(rest -> rest == '*');
  }

  private static boolean same(char pattern, char letter) {
    return pattern == '?' || pattern == letter;
  }
}
