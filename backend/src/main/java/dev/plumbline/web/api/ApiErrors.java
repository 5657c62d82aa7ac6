package dev.plumbline.web.api;

import dev.plumbline.check.Flaw;
import dev.plumbline.check.FlawedCheck;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what the API's handlers throw into problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

  @ExceptionHandler(NotHere.class)
  ProblemDetail notHere(NotHere absent) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.NOT_FOUND, "There is no such " + absent.getMessage() + ".");
  }

  /** Names the query parameter, or the field of the body by a JSON pointer. */
  @ExceptionHandler(Refused.class)
  ProblemDetail refused(Refused refused, HandlerMethod handler) {
    if (Parameters.of(handler.getMethod()).contains(refused.field())) {
      return ApiProblem.of(HttpStatus.BAD_REQUEST, refused.why(), "parameter", refused.field())
          .getBody();
    }
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, refused.why());
    problem.setProperty(
        "errors",
        List.of(
            Map.of("pointer", "/" + refused.field().replace('.', '/'), "detail", refused.why())));
    return problem;
  }

  /** Names every mistake in a check by field, line and column. */
  @ExceptionHandler(FlawedCheck.class)
  ProblemDetail flawed(FlawedCheck flawed) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(flawed.getMessage()));
    problem.setProperty("errors", flawed.flaws().stream().map(ApiErrors::error).toList());
    return problem;
  }

  private static Map<String, Object> error(Flaw flaw) {
    return Map.of(
        "pointer", "/source",
        "field", flaw.field(),
        "line", flaw.line(),
        "column", flaw.column(),
        "fileLine", flaw.fileLine(),
        "detail", flaw.detail());
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  ProblemDetail conflict() {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.CONFLICT, "Somebody else changed this at the same time: read it again.");
  }
}
