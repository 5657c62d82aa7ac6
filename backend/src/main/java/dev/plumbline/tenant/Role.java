package dev.plumbline.tenant;

import static dev.plumbline.tenant.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A member's role in one organisation: a fixed set of rights. */
public enum Role {
  OWNER(EnumSet.allOf(Permission.class)),
  ADMIN(EnumSet.complementOf(EnumSet.of(DELETE_ORGANISATION))),
  ENGINEER(
      EnumSet.of(
          READ,
          RUN_SCAN,
          CONNECT_CLUSTER,
          TRIAGE,
          APPROVE_EXCEPTION,
          ATTEST,
          WRITE_RULES,
          DOWNLOAD_REPORT,
          MANAGE_REPORT)),
  VIEWER(EnumSet.of(READ, DOWNLOAD_REPORT)),
  AUDITOR(EnumSet.of(READ, DOWNLOAD_REPORT, MANAGE_REPORT, READ_AUDIT));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /** Whether this role may hand out another: nobody grants more than they hold. */
  public boolean mayGrant(Role other) {
    return may(MANAGE_MEMBERS) && permissions.containsAll(other.permissions);
  }
}
