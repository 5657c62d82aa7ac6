package dev.plumbline.inventory.fact.rbac;

import java.util.Set;

/** Subjects that stand for whoever comes, with or without an identity. */
final class Everybody {

  private static final Set<String> ANONYMOUS = Set.of("system:anonymous", "system:unauthenticated");

  private static final Set<String> ANY_IDENTITY =
      Set.of("system:authenticated", "system:serviceaccounts");

  private Everybody() {}

  static boolean is(Subject subject) {
    return anonymous(subject)
        || (subject.kind().equals("Group") && ANY_IDENTITY.contains(subject.name()));
  }

  static boolean anonymous(Subject subject) {
    return !subject.kind().equals("ServiceAccount") && ANONYMOUS.contains(subject.name());
  }
}
