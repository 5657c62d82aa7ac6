package dev.plumbline.inventory.fact.edge;

import java.util.Locale;

/** Host names with a star for the first part. */
final class Hosts {

  static final String ANY = "*";

  private Hosts() {}

  /** Whether some host name fits both. */
  static boolean meet(String one, String other) {
    String first = one.toLowerCase(Locale.ROOT);
    String second = other.toLowerCase(Locale.ROOT);
    return first.equals(second) || within(first, second) || within(second, first);
  }

  private static boolean within(String pattern, String name) {
    return pattern.equals(ANY)
        || (pattern.startsWith("*.") && name.endsWith(pattern.substring(1)) && !name.equals(ANY));
  }

  /** The narrower of two that meet; empty for any host. */
  static String narrower(String one, String other) {
    String narrow = one.length() >= other.length() && !one.equals(ANY) ? one : other;
    return narrow.equals(ANY) ? "" : narrow;
  }
}
