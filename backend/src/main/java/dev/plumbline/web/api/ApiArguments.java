package dev.plumbline.web.api;

import dev.plumbline.web.pages.Cursors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler the {@link Paging} or {@link IfMatch} of its request. */
final class ApiArguments implements HandlerMethodArgumentResolver {

  private final Cursors cursors;
  private final Changes changes;

  ApiArguments(Cursors cursors, Changes changes) {
    this.cursors = cursors;
    this.changes = changes;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paging.class
        || parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return parameter.getParameterType() == IfMatch.class
        ? new IfMatch(request.getHeader(IfMatch.HEADER), changes)
        : Paging.of(
            Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)), cursors);
  }
}
