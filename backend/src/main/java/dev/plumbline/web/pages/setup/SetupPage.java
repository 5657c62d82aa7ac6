package dev.plumbline.web.pages.setup;

import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Setup;
import dev.plumbline.web.security.Anyone;
import dev.plumbline.web.security.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first organisation and its owner, by the one-time link. */
@Controller
class SetupPage {

  private static final String USED =
      "This link is unknown or used. Sign in, or restart to get a new one.";

  private final Setup setup;
  private final SignIn signIn;

  SetupPage(Setup setup, SignIn signIn) {
    this.setup = setup;
    this.signIn = signIn;
  }

  @Anyone
  @GetMapping("/setup")
  String show(@RequestParam(defaultValue = "") String token, Model model) {
    String problem = setup.opens(token) ? null : USED;
    model.addAttribute("view", new SetupView(token, "", "", "", problem, Map.of()));
    return "pages/setup/setup";
  }

  @Anyone
  @PostMapping("/setup")
  String complete(
      Form form, Model model, HttpServletRequest request, HttpServletResponse response) {
    try {
      var done =
          setup.complete(
              form.token(), form.organisation(), form.name(), form.email(), form.password());
      signIn.start(done.owner(), request, response);
      return "redirect:/t/" + done.organisation().slug() + "/";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", form.again(refused));
      return "pages/setup/setup";
    }
  }

  record Form(String token, String organisation, String name, String email, String password) {

    SetupView again(Refused refused) {
      boolean general = refused.field().equals("token");
      return new SetupView(
          token,
          organisation,
          name,
          email,
          general ? refused.why() : null,
          general ? Map.of() : Map.of(refused.field(), refused.why()));
    }
  }
}
