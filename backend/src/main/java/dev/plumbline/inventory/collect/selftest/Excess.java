package dev.plumbline.inventory.collect.selftest;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the rights that Plumbline never asks for, as sentences. */
final class Excess {

  private static final Set<String> WRITING =
      Set.of("create", "update", "patch", "delete", "deletecollection", "*");
  private static final Set<String> BECOMING =
      Set.of("impersonate", "escalate", "bind", "approve", "sign");
  private static final Set<String> READING = Set.of("get", "list", "watch", "*");
  private static final Set<String> WAYS_IN =
      Set.of(
          "nodes/proxy",
          "pods/proxy",
          "services/proxy",
          "pods/exec",
          "pods/attach",
          "pods/portforward",
          "pods/ephemeralcontainers",
          "serviceaccounts/token");
  private static final Set<String> REVIEWS =
      Set.of("authorization.k8s.io", "authentication.k8s.io");
  private static final int SHOWN = 8;

  private Excess() {}

  static List<String> of(Rights rights, String where) {
    var excess = new TreeSet<String>();
    for (Rights.Rule rule : rights.rules()) {
      writing(rule, where, excess);
      becoming(rule, where, excess);
      secrets(rule, where, excess);
      waysIn(rule, where, excess);
    }
    return List.copyOf(excess);
  }

  /** Reviews are created, but store nothing; everybody may ask for them. */
  private static boolean review(Rights.Rule rule) {
    return REVIEWS.containsAll(rule.groups())
        && rule.resources().stream().allMatch(resource -> resource.endsWith("reviews"));
  }

  private static void writing(Rights.Rule rule, String where, Set<String> excess) {
    Set<String> verbs = both(rule.verbs(), WRITING);
    if (!verbs.isEmpty() && !review(rule)) {
      String what = verbs.contains("*") ? "do anything with " : joined(verbs) + " ";
      excess.add("It may " + what + objects(rule) + where + ".");
    }
  }

  private static void becoming(Rights.Rule rule, String where, Set<String> excess) {
    Set<String> verbs = both(rule.verbs(), BECOMING);
    if (!verbs.isEmpty()) {
      excess.add("It may " + joined(verbs) + " " + objects(rule) + where + ".");
    }
  }

  private static void secrets(Rights.Rule rule, String where, Set<String> excess) {
    boolean core = rule.groups().contains("") || rule.groups().contains("*");
    boolean secrets = rule.resources().contains("secrets") || rule.resources().contains("*");
    if (core && secrets && !both(rule.verbs(), READING).isEmpty()) {
      excess.add("It may read the content of Secrets" + named(rule) + where + ".");
    }
  }

  private static void waysIn(Rights.Rule rule, String where, Set<String> excess) {
    Set<String> ways = both(rule.resources(), WAYS_IN);
    if (!ways.isEmpty() && both(rule.verbs(), READING).size() > 0) {
      excess.add("It may reach into " + joined(ways) + where + ".");
    }
  }

  private static Set<String> both(Set<String> first, Set<String> second) {
    return first.stream().filter(second::contains).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String objects(Rights.Rule rule) {
    return rule.resources().contains("*")
        ? "everything"
        : joined(new TreeSet<>(rule.resources())) + named(rule);
  }

  private static String named(Rights.Rule rule) {
    return rule.names().isEmpty() ? "" : " named " + joined(new TreeSet<>(rule.names()));
  }

  private static String joined(Collection<String> texts) {
    String shown = texts.stream().limit(SHOWN).map(Excess::plain).collect(Collectors.joining(", "));
    return texts.size() > SHOWN ? shown + " and " + (texts.size() - SHOWN) + " more" : shown;
  }

  private static String plain(String text) {
    String visible = text.replaceAll("\\p{C}", "?");
    return visible.length() <= 80 ? visible : visible.substring(0, 77) + "...";
  }
}
