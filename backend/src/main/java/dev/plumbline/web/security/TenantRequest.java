package dev.plumbline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose context path is {@code /t/<slug>}: links, forms and redirects carry it along. */
final class TenantRequest extends HttpServletRequestWrapper {

  private final String prefix;

  TenantRequest(HttpServletRequest request, String prefix) {
    super(request);
    this.prefix = prefix;
  }

  private HttpServletRequest inner() {
    return (HttpServletRequest) getRequest();
  }

  @Override
  public String getContextPath() {
    return prefix;
  }

  /** The container cuts the prefix from ASYNC and ERROR dispatches: it is added again. */
  @Override
  public String getRequestURI() {
    var uri = inner().getRequestURI();
    return uri.equals(prefix) || uri.startsWith(prefix + "/") ? uri : prefix + uri;
  }

  @Override
  public StringBuffer getRequestURL() {
    var url = inner().getRequestURL();
    var uri = inner().getRequestURI();
    return new StringBuffer(url.substring(0, url.length() - uri.length())).append(getRequestURI());
  }

  @Override
  public String getServletPath() {
    var path = inner().getServletPath();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}
