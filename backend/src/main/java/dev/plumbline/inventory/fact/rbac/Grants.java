package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.fact.InChecks;
import java.util.List;

/** Rules that somebody holds. */
public record Grants(List<Rule> rules) {

  static final Grants NONE = new Grants(List.of());

  public Grants {
    rules = List.copyOf(rules);
  }

  /** Whether one of the verbs is granted, and not for named objects only. */
  @InChecks
  public boolean any(List<String> verbs, String group, String resource) {
    if (rules.isEmpty()) {
      return false;
    }
    Access access = Access.of("", group, resource);
    for (Rule rule : rules) {
      if (rule.resourceNames().isEmpty() && rule.covers(access) && rule.permits(verbs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether everything is granted, as by cluster-admin. */
  @InChecks
  public boolean everything() {
    return any(List.of("*"), "*", "*");
  }
}
