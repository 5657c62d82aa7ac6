package dev.plumbline.web.pages;

import dev.plumbline.tenant.Role;

/** Roles in words. */
public final class Roles {

  private Roles() {}

  /** Such as {@code Engineer}. */
  public static String words(Role role) {
    return role.name().charAt(0) + role.name().substring(1).toLowerCase(java.util.Locale.ROOT);
  }
}
