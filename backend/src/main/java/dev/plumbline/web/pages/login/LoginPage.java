package dev.plumbline.web.pages.login;

import dev.plumbline.tenant.Setup;
import dev.plumbline.web.security.Anyone;
import dev.plumbline.web.security.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in form; Spring Security takes its post. */
@Controller
class LoginPage {

  private final SignIn signIn;
  private final Setup setup;

  LoginPage(SignIn signIn, Setup setup) {
    this.signIn = signIn;
    this.setup = setup;
  }

  @Anyone
  @GetMapping("/login")
  String show(HttpServletRequest request, Model model) {
    if (signIn.person().isPresent()) {
      return "redirect:/";
    }
    model.addAttribute("view", new LoginView("", null, problem(request), message(request)));
    return "pages/login/login";
  }

  private static @Nullable String problem(HttpServletRequest request) {
    if (request.getParameter("wait") != null) {
      return "Too many attempts. Wait a minute and try again.";
    }
    return request.getParameter("wrong") != null ? "Unknown address or wrong password." : null;
  }

  private @Nullable String message(HttpServletRequest request) {
    if (request.getParameter("out") != null) {
      return "You have signed out.";
    }
    return setup.needed()
        ? "This installation is not set up yet: open the one-time link it printed when it started."
        : null;
  }
}
