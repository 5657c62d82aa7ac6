package dev.plumbline.web.api;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Problem details (RFC 9457) that a handler or what stands before it throws. */
final class ApiProblem {

  private ApiProblem() {}

  static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  /**
   * Names what was wrong.
   *
   * @param where {@code pointer} into the body, {@code parameter} or {@code header}
   */
  static ErrorResponseException of(HttpStatus status, String detail, String where, String name) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("errors", List.of(Map.of(where, name, "detail", detail)));
    return new ErrorResponseException(status, problem, null);
  }
}
