package dev.plumbline.web.query;

import dev.plumbline.inventory.fact.rbac.Identity;
import dev.plumbline.inventory.fact.rbac.Rbac;
import dev.plumbline.inventory.fact.rbac.Subject;
import dev.plumbline.inventory.fact.rbac.path.Escalations;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may do what in one cluster, as one scan saw it.
 *
 * @param unread what was not read, with its reason: without roles and bindings answers are not
 *     whole, without the rest paths may be missing
 */
public record AccessMap(Rbac rbac, Escalations escalations, List<Unread> unread) {

  public AccessMap {
    unread = List.copyOf(unread);
  }

  /**
   * A kind that was not read to the end.
   *
   * @param decisive whether no answer is whole without it
   */
  public record Unread(String kind, String reason, boolean decisive) {}

  /** Every subject that a binding names, once. */
  public Collection<Subject> subjects() {
    return rbac.bindings().stream()
        .flatMap(binding -> binding.subjects().stream())
        .collect(
            Collectors.toMap(Subject::label, subject -> subject, (one, other) -> one, TreeMap::new))
        .values();
  }

  /** The identity of a subject; a group stands for a member that is in no other. */
  public static Identity identity(String kind, String namespace, String name) {
    return switch (kind) {
      case "ServiceAccount" -> Identity.serviceAccount(namespace, name);
      case "Group" -> new Identity("", groups(name));
      default ->
          new Identity(
              name,
              List.of(
                  name.equals("system:anonymous")
                      ? "system:unauthenticated"
                      : "system:authenticated"));
    };
  }

  private static List<String> groups(String name) {
    if (name.startsWith("system:serviceaccounts:")) {
      return List.of(name, "system:serviceaccounts", "system:authenticated");
    }
    return name.equals("system:unauthenticated")
        ? List.of(name)
        : List.of(name, "system:authenticated");
  }
}
