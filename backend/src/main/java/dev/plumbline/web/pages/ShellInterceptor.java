package dev.plumbline.web.pages;

import dev.plumbline.web.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Puts the frame around every page of an organisation: {@code pages/findings/findings} and so on.
 */
final class ShellInterceptor implements HandlerInterceptor {

  private final ShellFiller shells;

  ShellInterceptor(ShellFiller shells) {
    this.shells = shells;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    var view = Optional.ofNullable(answer).map(ModelAndView::getViewName).orElse("");
    var access = Access.of(request);
    if (answer != null && access.isPresent() && view.startsWith("pages/")) {
      String page = view.substring(view.lastIndexOf('/') + 1);
      answer.addObject("shell", shells.fill(access.get(), page, request));
    }
  }
}
