package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Selectors;
import java.util.List;
import java.util.Map;

/**
 * The namespaces that a policy holds for.
 *
 * @param names patterns with {@code *} and {@code ?}; empty for all
 * @param excluded the same of those left out
 * @param selectors label selectors that a namespace must meet, all of them
 */
record Scope(List<String> names, List<String> excluded, List<Map<String, Object>> selectors) {

  static final Scope EVERYWHERE = new Scope(List.of(), List.of(), List.of());

  static Scope of(String namespace) {
    return new Scope(List.of(namespace), List.of(), List.of());
  }

  static Scope selected(Map<String, Object> parent) {
    return new Scope(List.of(), List.of(), List.of(Documents.map(parent, "namespaceSelector")));
  }

  boolean covers(String namespace, Map<String, Object> labels) {
    return (names.isEmpty() || names.stream().anyMatch(name -> meets(name, namespace)))
        && excluded.stream().noneMatch(name -> meets(name, namespace))
        && selectors.stream().allMatch(selector -> Selectors.matches(selector, labels));
  }

  /** Whether a name meets a pattern; both walked once, going back to the last star only. */
  static boolean meets(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = n;
      } else if (p < pattern.length() && same(pattern.charAt(p), name.charAt(n))) {
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

  private static boolean same(char pattern, char name) {
    return pattern == '?' || pattern == name;
  }
}
