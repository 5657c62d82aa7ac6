package dev.plumbline.web.security;

import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Person;
import dev.plumbline.tenant.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Who asks, and in which role of the current organisation; read anew for every request. A handler
 * takes it as a parameter.
 *
 * @param person empty when a token asks
 * @param token empty when a person asks
 */
public record Access(Optional<Person> person, Optional<UUID> token, Role role) {

  private static final String ATTRIBUTE = Access.class.getName();

  public boolean may(Permission permission) {
    return role.may(permission);
  }

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The access of a request, empty on pages without an organisation. */
  public static Optional<Access> of(HttpServletRequest request) {
    return Optional.ofNullable((Access) request.getAttribute(ATTRIBUTE));
  }
}
