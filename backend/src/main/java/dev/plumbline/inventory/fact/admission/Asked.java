package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Selectors;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which requests a policy of the API server's form is asked about. */
final class Asked {

  private static final Map<String, Object> OBJECT = Map.of("app", "probe");

  private Asked() {}

  /** Whether new pods are. */
  static boolean pods(Map<String, Object> match) {
    return asked(match, Set.of("pods", "*", "*/*"), "CREATE");
  }

  /** Whether containers are that are added to running pods. */
  static boolean later(Map<String, Object> match) {
    return asked(
        match,
        Set.of("pods/ephemeralcontainers", "pods/*", "*/ephemeralcontainers", "*/*"),
        "UPDATE");
  }

  /** Which pods only, in words; empty for all. */
  static String only(Map<String, Object> match) {
    return Documents.map(match, "objectSelector").isEmpty()
        ? ""
        : "pods that its objectSelector selects";
  }

  /** Whether pods without labels of their own are among them. */
  static boolean usual(Map<String, Object> match) {
    return Selectors.matches(Documents.map(match, "objectSelector"), OBJECT);
  }

  private static boolean asked(Map<String, Object> match, Set<String> resources, String operation) {
    List<Map<String, Object>> rules = Documents.maps(match, "resourceRules");
    return (rules.isEmpty() || rules.stream().anyMatch(rule -> meets(rule, resources, operation)))
        && Documents.maps(match, "excludeResourceRules").stream()
            .noneMatch(rule -> meets(rule, resources, operation));
  }

  private static boolean meets(Map<String, Object> rule, Set<String> resources, String operation) {
    return Documents.texts(rule, "resources").stream().anyMatch(resources::contains)
        && names(rule, "operations", operation)
        && names(rule, "apiGroups", "")
        && names(rule, "apiVersions", "v1")
        && !Documents.text(rule, "scope").equals("Cluster")
        && Documents.texts(rule, "resourceNames").isEmpty();
  }

  private static boolean names(Map<String, Object> rule, String field, String wanted) {
    List<String> names = Documents.texts(rule, field);
    return names.isEmpty() || names.contains(wanted) || names.contains("*");
  }
}
