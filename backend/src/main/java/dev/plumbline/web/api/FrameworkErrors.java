package dev.plumbline.web.api;

import dev.plumbline.compliance.Flaw;
import dev.plumbline.compliance.MalformedFramework;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Names every mistake in the text of a framework, with line and column. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrameworkErrors {

  @ExceptionHandler(MalformedFramework.class)
  ProblemDetail malformed(MalformedFramework malformed) {
    var problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.UNPROCESSABLE_CONTENT, malformed.flaws().getFirst().sentence());
    problem.setProperty("errors", malformed.flaws().stream().map(FrameworkErrors::error).toList());
    return problem;
  }

  private static Map<String, Object> error(Flaw flaw) {
    String place = flaw.place().isEmpty() ? "" : flaw.place() + ": ";
    return flaw.line() == 0
        ? Map.of("pointer", "/source", "detail", place + flaw.words())
        : Map.of(
            "pointer",
            "/source",
            "detail",
            place + flaw.words(),
            "line",
            flaw.line(),
            "column",
            flaw.column());
  }
}
