package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import dev.plumbline.inventory.Selectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which requests a policy of the API server's form is asked about. */
final class Asked {

  private static final Map<String, Object> OBJECT = Map.of("app", "probe");

  private Asked() {}

  /** Pods, or else Deployments, where every one of these lets them be among the requests. */
  static Optional<Form> form(List<Map<String, Object>> matches) {
    return Stream.of(Form.values())
        .filter(form -> matches.stream().allMatch(match -> created(match, form)))
        .findFirst();
  }

  private static boolean created(Map<String, Object> match, Form form) {
    return asked(match, form.group(), Set.of(form.resource(), "*", "*/*"), "CREATE");
  }

  /** Whether containers are that are added to running pods. */
  static boolean later(Map<String, Object> match) {
    return asked(
        match,
        "",
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

  private static boolean asked(
      Map<String, Object> match, String group, Set<String> resources, String operation) {
    List<Map<String, Object>> rules = Documents.maps(match, "resourceRules");
    return (rules.isEmpty()
            || rules.stream().anyMatch(rule -> meets(rule, group, resources, operation)))
        && Documents.maps(match, "excludeResourceRules").stream()
            .noneMatch(rule -> meets(rule, group, resources, operation));
  }

  private static boolean meets(
      Map<String, Object> rule, String group, Set<String> resources, String operation) {
    return Documents.texts(rule, "resources").stream().anyMatch(resources::contains)
        && names(rule, "operations", operation)
        && names(rule, "apiGroups", group)
        && names(rule, "apiVersions", "v1")
        && !Documents.text(rule, "scope").equals("Cluster")
        && Documents.texts(rule, "resourceNames").isEmpty();
  }

  private static boolean names(Map<String, Object> rule, String field, String wanted) {
    List<String> names = Documents.texts(rule, field);
    return names.isEmpty() || names.contains(wanted) || names.contains("*");
  }
}
