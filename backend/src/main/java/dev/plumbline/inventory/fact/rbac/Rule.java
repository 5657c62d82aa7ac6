package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.fact.InChecks;
import java.util.List;
import java.util.Map;

/** One rule of a role, matched as the API server's authorizer does. */
public record Rule(
    List<String> apiGroups,
    List<String> resources,
    List<String> resourceNames,
    List<String> verbs,
    List<String> nonResourceURLs) {

  private static final String ANY = "*";

  static Rule of(Map<String, Object> document) {
    return new Rule(
        Documents.texts(document, "apiGroups"),
        Documents.texts(document, "resources"),
        Documents.texts(document, "resourceNames"),
        Documents.texts(document, "verbs"),
        Documents.texts(document, "nonResourceURLs"));
  }

  /** Whether the rule alone permits the request. */
  public boolean allows(Access access) {
    return matches(verbs, access.verb())
        && matches(apiGroups, access.group())
        && coversResource(access)
        && (resourceNames.isEmpty() || resourceNames.contains(access.name()));
  }

  /** Whether some object can be reached so, be it only one that is named in the rule. */
  @InChecks
  public boolean grants(String verb, String group, String resource) {
    Access access = Access.of(verb, group, resource);
    return matches(verbs, verb) && covers(access);
  }

  /** Whether it speaks of the resource, whatever the verb and the object. */
  boolean covers(Access access) {
    return matches(apiGroups, access.group()) && coversResource(access);
  }

  /** Whether it permits one of these verbs. */
  boolean permits(List<String> wanted) {
    if (verbs.contains(ANY)) {
      return !wanted.isEmpty();
    }
    for (String verb : wanted) {
      if (verbs.contains(verb)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a verb, group or resource is given as {@code *}. */
  @InChecks
  public boolean wildcard() {
    return verbs.contains(ANY)
        || apiGroups.contains(ANY)
        || resources.contains(ANY)
        || nonResourceURLs.contains(ANY);
  }

  private boolean coversResource(Access access) {
    return matches(resources, access.path())
        || (!access.subresource().isEmpty() && resources.contains("*/" + access.subresource()));
  }

  private static boolean matches(List<String> allowed, String asked) {
    return allowed.contains(ANY) || allowed.contains(asked);
  }
}
