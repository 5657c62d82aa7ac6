package dev.plumbline.web.pages.invite;

import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Person;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Roles;
import dev.plumbline.web.pages.error.ErrorView;
import dev.plumbline.web.security.Anyone;
import dev.plumbline.web.security.Credentials;
import dev.plumbline.web.security.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accepts an invitation: as someone new, or with the password one has. */
@Controller
class InvitePage {

  private static final String PAGE = "pages/invite/invite";

  private final Invitations invitations;
  private final Credentials credentials;
  private final SignIn signIn;

  InvitePage(Invitations invitations, Credentials credentials, SignIn signIn) {
    this.invitations = invitations;
    this.credentials = credentials;
    this.signIn = signIn;
  }

  @Anyone
  @GetMapping("/invite")
  String show(
      @RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
    return show(token, "", null, model, response);
  }

  @Anyone
  @PostMapping("/invite")
  String accept(Form form, Model model, HttpServletRequest request, HttpServletResponse response) {
    try {
      signIn.start(admitted(form, request), request, response);
      return "redirect:/";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(form.token(), form.called(), refused, model, response);
    }
  }

  private Person admitted(Form form, HttpServletRequest request) {
    var opened =
        invitations
            .open(form.token())
            .orElseThrow(() -> new Refused("token", "This invitation is unknown, used or over."));
    if (!opened.known()) {
      return invitations.accept(form.token(), form.called(), form.password());
    }
    var person = credentials.prove(opened.email(), form.password(), request);
    invitations.accept(form.token(), person);
    return person;
  }

  private String show(
      String token,
      String name,
      @Nullable Refused refused,
      Model model,
      HttpServletResponse response) {
    var opened = invitations.open(token);
    if (opened.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      model.addAttribute(
          "view",
          ErrorView.deadLink(
              "Invitations open once and end after seven days. Ask whoever sent it for a new one,"
                  + " and look whether the link was copied whole."));
      return "pages/error/error";
    }
    model.addAttribute("view", view(token, name, opened.get(), refused));
    return PAGE;
  }

  private static InviteView view(
      String token, String name, Invitations.Opened opened, @Nullable Refused refused) {
    return new InviteView(
        token,
        opened.organisation(),
        opened.email(),
        Roles.words(opened.role()),
        opened.invitedBy(),
        Format.moment(opened.expiresAt(), ZoneOffset.UTC),
        opened.known(),
        name,
        refused != null && general(refused) ? refused.why() : null,
        refused == null || general(refused) ? Map.of() : Map.of(refused.field(), refused.why()));
  }

  private static boolean general(Refused refused) {
    return refused.field().equals("token");
  }

  record Form(String token, @Nullable String name, String password) {
    String called() {
      return name == null ? "" : name;
    }
  }
}
