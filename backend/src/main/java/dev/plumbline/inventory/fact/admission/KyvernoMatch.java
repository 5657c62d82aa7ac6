package dev.plumbline.inventory.fact.admission;

import dev.plumbline.inventory.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way by which a rule of Kyverno comes to look at pods.
 *
 * @param resources what it selects them by
 * @param form pods, or where it is not about them Deployments
 * @param excluded patterns of namespaces that the rule leaves out
 * @param where which pods only, in words; empty for all
 * @param later whether containers added to running pods are among it
 */
record KyvernoMatch(
    Map<String, Object> resources, Form form, List<String> excluded, String where, boolean later) {

  private static final Set<String> SCOPING =
      Set.of("kinds", "namespaces", "namespaceSelector", "operations");
  private static final Set<String> BY_NAMESPACE = Set.of("kinds", "namespaces");
  private static final List<String> USERS = List.of("subjects", "roles", "clusterRoles");

  /** All ways of a rule; none where it is not about pods. */
  static Stream<KyvernoMatch> of(Map<String, Object> rule) {
    Map<String, Object> match = Documents.map(rule, "match");
    List<Map<String, Object>> excludes = filters(Documents.map(rule, "exclude")).toList();
    if (excludes.stream().anyMatch(KyvernoMatch::excludesAll)) {
      return Stream.empty();
    }
    boolean several = Documents.maps(match, "all").size() > 1;
    return filters(match)
        .filter(filter -> asked(resources(filter), "CREATE"))
        .flatMap(filter ->
            form(resources(filter)).stream().map(form -> of(filter, form, excludes, several)));
  }

  private static KyvernoMatch of(
      Map<String, Object> filter, Form form, List<Map<String, Object>> excludes, boolean several) {
    var where = new ArrayList<String>();
    if (form != Form.POD) {
      where.add(form.only());
    }
    if (several || !SCOPING.containsAll(resources(filter).keySet())) {
      where.add("pods that it selects");
    }
    if (users(filter)) {
      where.add("requests of some users");
    }
    if (excludes.stream().anyMatch(KyvernoMatch::spares)) {
      where.add("pods that it does not exclude");
    }
    List<String> namespaces =
        excludes.stream()
            .flatMap(exclude -> Documents.texts(resources(exclude), "namespaces").stream())
            .toList();
    return new KyvernoMatch(
        resources(filter),
        form,
        namespaces,
        String.join(" and ", where),
        asked(resources(filter), "UPDATE"));
  }

  /** The filters of a match or exclude block; one is enough where there are several. */
  private static Stream<Map<String, Object>> filters(Map<String, Object> block) {
    return Stream.of(List.of(block), Documents.maps(block, "any"), Documents.maps(block, "all"))
        .flatMap(List::stream)
        .filter(filter -> !resources(filter).isEmpty() || users(filter));
  }

  private static Map<String, Object> resources(Map<String, Object> filter) {
    return Documents.map(filter, "resources");
  }

  private static boolean users(Map<String, Object> filter) {
    return USERS.stream().anyMatch(filter::containsKey);
  }

  private static boolean excludesAll(Map<String, Object> exclude) {
    return resources(exclude).keySet().equals(Set.of("kinds"))
        && form(resources(exclude)).equals(Optional.of(Form.POD))
        && !users(exclude);
  }

  private static boolean spares(Map<String, Object> exclude) {
    return users(exclude) || !BY_NAMESPACE.containsAll(resources(exclude).keySet());
  }

  private static Optional<Form> form(Map<String, Object> resources) {
    List<String> kinds =
        Documents.texts(resources, "kinds").stream()
            .map(kind -> kind.equals("*") ? "Pod" : List.of(kind.split("[/.]")).getLast())
            .toList();
    return Stream.of(Form.values()).filter(form -> kinds.contains(form.kindName())).findFirst();
  }

  private static boolean asked(Map<String, Object> resources, String operation) {
    List<String> operations = Documents.texts(resources, "operations");
    return operations.isEmpty() || operations.contains(operation);
  }
}
