package dev.plumbline.web.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's template finds in its model. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

  @ModelAttribute("theme")
  @Nullable String theme(@CookieValue(required = false) @Nullable String theme) {
    return "light".equals(theme) || "dark".equals(theme) ? theme : null;
  }
}
