package dev.plumbline.web.security;

import dev.plumbline.tenant.Actor;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Tenant;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Opens the API to a bearer token (RFC 6750), which also names the tenant. */
final class ApiTokenFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";
  private static final Set<String> LEAKS = Set.of("access_token", "api_key", "token");

  private final ApiTokens tokens;
  private final RateLimits limits;
  private final Problems problems;

  ApiTokenFilter(ApiTokens tokens, RateLimits limits, Problems problems) {
    this.tokens = tokens;
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getParameterMap().keySet().stream().anyMatch(LEAKS::contains)) {
      problems.write(
          response, HttpStatus.BAD_REQUEST, "A token never stands in an address: revoke this one.");
      return;
    }
    var opened = opened(request);
    if (opened.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      problems.write(response, HttpStatus.UNAUTHORIZED, "A valid API token is needed.");
      return;
    }
    var left = limits.take(opened.get().id());
    response.setHeader("RateLimit-Policy", left.policy());
    response.setHeader("RateLimit", left.standing());
    if (left.pause() > 0) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(left.pause()));
      problems.write(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "This token may make " + left.quota() + " calls a minute: go on after a pause.");
      return;
    }
    enter(opened.get(), request, response, chain);
  }

  private Optional<ApiTokens.Opened> opened(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.startsWith(BEARER)
        ? tokens.open(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static void enter(
      ApiTokens.Opened opened,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    new Access(Optional.empty(), Optional.of(opened.id()), opened.role()).keep(request);
    var authentication =
        UsernamePasswordAuthenticationToken.authenticated(
            "token " + opened.name(), "", java.util.List.of());
    SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    try {
      Tenant.<ServletException, IOException>enter(
          opened.tenant(),
          () ->
              Actor.<ServletException, IOException>enter(
                  opened.actor(), () -> chain.doFilter(request, response)));
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
