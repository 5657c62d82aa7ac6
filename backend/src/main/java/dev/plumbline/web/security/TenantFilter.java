package dev.plumbline.web.security;

import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Tenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Moves {@code /t/<slug>} into the context path and binds its tenant. An unknown slug walks the
 * same way with no tenant bound, so that it cannot be told from an organisation one is no member
 * of.
 */
final class TenantFilter extends OncePerRequestFilter {

  private static final String ATTRIBUTE = TenantFilter.class.getName() + ".PREFIX";
  private static final Pattern PREFIX = Pattern.compile("(/t/([a-z0-9][a-z0-9-]{0,62}))(/.*)?");

  private final Organisations organisations;

  TenantFilter(Organisations organisations) {
    this.organisations = organisations;
  }

  /** Whether a request is for a page of an organisation. */
  static boolean inOrganisation(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String prefix = prefix(request);
    if (prefix == null) {
      chain.doFilter(request, response);
    } else if (request.getRequestURI().equals(prefix)) {
      response.sendRedirect(prefix + "/");
    } else {
      request.setAttribute(ATTRIBUTE, prefix);
      walk(new TenantRequest(request, prefix), response, chain);
    }
  }

  private static @org.jspecify.annotations.Nullable String prefix(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    Matcher matcher = PREFIX.matcher(request.getRequestURI());
    return matcher.matches() ? matcher.group(1) : null;
  }

  private void walk(TenantRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var tenant = organisations.withSlug(request.getContextPath().substring("/t/".length()));
    if (tenant.isPresent()) {
      Tenant.<ServletException, IOException>enter(
          tenant.get(), () -> chain.doFilter(request, response));
    } else {
      chain.doFilter(request, response);
    }
  }
}
