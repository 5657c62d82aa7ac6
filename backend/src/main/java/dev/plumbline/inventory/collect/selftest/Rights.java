package dev.plumbline.inventory.collect.selftest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What the server says we may do in one namespace, or everywhere.
 *
 * @param incomplete whether there may be more rights than it can tell
 */
record Rights(List<Rule> rules, boolean incomplete) {

  private static final String ANY = "*";
  private static final int MOST_RULES = 10_000;

  /**
   * One rule of the answer.
   *
   * @param names the only objects it holds for; empty for all
   */
  record Rule(Set<String> verbs, Set<String> groups, Set<String> resources, Set<String> names) {

    boolean allows(String verb, String group, String resource) {
      return has(verbs, verb) && has(groups, group) && covers(resource);
    }

    private boolean covers(String resource) {
      int slash = resource.indexOf('/');
      boolean everySubresource = slash > 0 && resources.contains(ANY + resource.substring(slash));
      return has(resources, resource) || everySubresource;
    }

    private static boolean has(Set<String> set, String value) {
      return set.contains(ANY) || set.contains(value);
    }
  }

  static Rights of(JsonNode review) {
    JsonNode status = review.path("status");
    var rules = new ArrayList<Rule>();
    for (JsonNode rule : status.path("resourceRules")) {
      if (rules.size() < MOST_RULES) {
        rules.add(
            new Rule(
                texts(rule, "verbs"),
                texts(rule, "apiGroups"),
                texts(rule, "resources"),
                texts(rule, "resourceNames")));
      }
    }
    boolean told = status.path("resourceRules").isArray();
    return new Rights(rules, !told || status.path("incomplete").asBoolean(true));
  }

  private static Set<String> texts(JsonNode rule, String field) {
    var texts = new HashSet<String>();
    rule.path(field).forEach(text -> texts.add(text.asString("")));
    return texts;
  }

  /** Whether nothing is left to be allowed. */
  boolean full() {
    return allows("*", "*", "*");
  }

  /** Whether a verb is allowed on every object of a resource. */
  boolean allows(String verb, String group, String resource) {
    return rules.stream()
        .anyMatch(rule -> rule.names().isEmpty() && rule.allows(verb, group, resource));
  }
}
