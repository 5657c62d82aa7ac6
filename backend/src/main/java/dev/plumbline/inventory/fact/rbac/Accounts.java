package dev.plumbline.inventory.fact.rbac;

import dev.plumbline.inventory.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bindings by the ServiceAccount they name. */
record Accounts(Map<String, List<AccountFields.Held>> byUser) {

  static Accounts of(Rbac rbac) {
    Map<String, List<AccountFields.Held>> byUser = new HashMap<>();
    for (Binding binding : rbac.bindings()) {
      for (Subject subject : binding.subjects()) {
        byUser.computeIfAbsent(user(subject), user -> new ArrayList<>()).add(held(binding));
      }
    }
    return new Accounts(byUser);
  }

  AccountFields of(ObjectKey account) {
    String user = Identity.serviceAccount(account.namespace(), account.name()).user();
    return new AccountFields(byUser.getOrDefault(user, List.of()));
  }

  private static String user(Subject subject) {
    return switch (subject.kind()) {
      case "ServiceAccount" -> subject.user();
      case "User" -> subject.name();
      default -> "";
    };
  }

  private static AccountFields.Held held(Binding binding) {
    return new AccountFields.Held(
        binding.kind(), binding.namespace(), binding.name(), binding.roleName());
  }
}
