package dev.plumbline.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses a query parameter that the handler does not take, so that no filter is lost unseen. */
final class StrictParameters implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String query = request.getQueryString();
    if (query != null
        && handler instanceof HandlerMethod method
        && method.getBeanType().getPackageName().startsWith("dev.plumbline.web.api")) {
      Set<String> known = Parameters.of(method.getMethod());
      UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
          .filter(name -> !known.contains(name))
          .findFirst()
          .ifPresent(name -> {
            throw unknown(name, known);
          });
    }
    return true;
  }

  private static ErrorResponseException unknown(String name, Set<String> known) {
    String shown = name.length() <= 100 ? name : name.substring(0, 100) + "…";
    String hint =
        Parameters.nearest(name, known)
            .map(near -> " Did you mean " + near + "?")
            .orElse(
                known.isEmpty()
                    ? " It takes none."
                    : " It takes " + String.join(", ", known) + ".");
    return ApiProblem.of(
        HttpStatus.BAD_REQUEST,
        "There is no query parameter " + shown + " here." + hint,
        "parameter",
        shown);
  }
}
