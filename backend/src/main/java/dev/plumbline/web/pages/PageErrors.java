package dev.plumbline.web.pages;

import dev.plumbline.check.FlawedCheck;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Turns what pages throw into answers: not found, a notice on the page one came from, a conflict.
 */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

  @ExceptionHandler(NotHere.class)
  void notHere(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }

  @ExceptionHandler(OptimisticLockingFailureException.class)
  void conflict(HttpServletResponse response) throws IOException {
    response.sendError(HttpServletResponse.SC_CONFLICT);
  }

  /** Back to the page of the form, with the reason above it. */
  @ExceptionHandler(Refused.class)
  void refused(Refused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String back = back(request);
    RequestContextUtils.getOutputFlashMap(request)
        .put("notice", Notice.bad("Not saved.", refused.why()));
    RequestContextUtils.saveOutputFlashMap(back, request, response);
    response.sendRedirect(back);
  }

  /** A check that compiled when it was saved and no longer does. */
  @ExceptionHandler(FlawedCheck.class)
  void flawed(FlawedCheck flawed, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    refused(new Refused("source", String.valueOf(flawed.getMessage())), request, response);
  }

  private static String back(HttpServletRequest request) {
    String from = Referer.path(request);
    return from.startsWith(request.getContextPath() + "/") ? from : request.getContextPath() + "/";
  }
}
