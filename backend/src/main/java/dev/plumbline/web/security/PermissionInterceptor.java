package dev.plumbline.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a handler run only for who holds the right it declares; one that declares none never runs.
 */
final class PermissionInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith("dev.plumbline.")
        || method.hasMethodAnnotation(Anyone.class)) {
      return true;
    }
    var requires = method.getMethodAnnotation(Requires.class);
    if (requires == null) {
      throw new IllegalStateException(method + " declares no right");
    }
    boolean allowed = Access.of(request).map(access -> access.may(requires.value())).orElse(false);
    if (!allowed) {
      throw new AccessDeniedException("needs " + requires.value());
    }
    return true;
  }
}
