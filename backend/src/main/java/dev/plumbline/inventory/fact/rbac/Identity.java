package dev.plumbline.inventory.fact.rbac;

import java.util.List;

/** Who asks: a user name and the groups the API server puts it in. */
public record Identity(String user, List<String> groups) {

  public Identity {
    groups = List.copyOf(groups);
  }

  /** The identity behind a ServiceAccount's token. */
  public static Identity serviceAccount(String namespace, String name) {
    return new Identity(
        "system:serviceaccount:" + namespace + ":" + name,
        List.of(
            "system:serviceaccounts",
            "system:serviceaccounts:" + namespace,
            "system:authenticated"));
  }

  boolean is(Subject subject) {
    return switch (subject.kind()) {
      case "User" -> subject.name().equals(user);
      case "Group" -> groups.contains(subject.name());
      case "ServiceAccount" -> subject.user().equals(user);
      default -> false;
    };
  }
}
