package dev.plumbline.web.security;

import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Tenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets members into their organisation, with the role they have at this moment; to anyone else who
 * has signed in, the organisation does not exist.
 */
final class MemberFilter extends OncePerRequestFilter {

  private final People people;
  private final Members members;

  MemberFilter(People people, Members members) {
    this.people = people;
    this.members = members;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !TenantFilter.inOrganisation(request) || signedIn().isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var access = signedIn().flatMap(MemberFilter.this::access);
    if (access.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    access.get().keep(request);
    var actor = access.get().person().map(Actor::of);
    Actor.<ServletException, IOException>enter(
        actor.orElse(Actor.SYSTEM), () -> chain.doFilter(request, response));
  }

  private Optional<Access> access(SignedIn signedIn) {
    if (!Tenant.isBound()) {
      return Optional.empty();
    }
    var person = people.find(signedIn.person());
    return person.flatMap(known ->
        members
            .roleOf(known.id())
            .map(role -> new Access(Optional.of(known), Optional.empty(), role)));
  }

  private static Optional<SignedIn> signedIn() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }
}
