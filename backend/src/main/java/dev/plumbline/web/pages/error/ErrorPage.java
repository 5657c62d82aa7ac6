package dev.plumbline.web.pages.error;

import dev.plumbline.web.security.Anyone;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What is shown when nothing else could be: a page, or problem details (RFC 9457) for the API. */
@Controller
class ErrorPage implements ErrorController {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPage.class);

  @Anyone
  @RequestMapping("/error")
  Object show(HttpServletRequest request, HttpServletResponse response) {
    int status = status(request);
    String reference = status >= 500 ? logged(request) : null;
    if (path(request).startsWith("/api/")) {
      return problem(status, reference);
    }
    response.setStatus(status);
    return new ModelAndView("pages/error/error", Map.of("view", ErrorView.of(status, reference)));
  }

  private static ResponseEntity<ProblemDetail> problem(int status, @Nullable String reference) {
    var words = ErrorView.of(status, reference);
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), words.title());
    if (reference != null) {
      problem.setProperty("reference", reference);
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static int status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            && HttpStatus.resolve(status) != null
        ? status
        : HttpStatus.NOT_FOUND.value();
  }

  private static String path(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }

  private static String logged(HttpServletRequest request) {
    String reference = UUID.randomUUID().toString();
    LOG.error(
        "request failed, reference {}",
        reference,
        (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    return reference;
  }
}
