package dev.plumbline.web.pages.choose;

import dev.plumbline.tenant.People;
import dev.plumbline.web.pages.Roles;
import dev.plumbline.web.security.Anyone;
import dev.plumbline.web.security.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The address without an organisation: to the one there is, to a choice of several, to sign-in. */
@Controller
class StartPage {

  private final SignIn signIn;
  private final People people;

  StartPage(SignIn signIn, People people) {
    this.signIn = signIn;
    this.people = people;
  }

  @Anyone
  @GetMapping("/")
  String show(@RequestParam(required = false) @Nullable String choose, Model model) {
    var person = signIn.person();
    if (person.isEmpty()) {
      return "redirect:/login";
    }
    var memberships = people.organisationsOf(person.get().id());
    if (memberships.size() == 1 && choose == null) {
      return "redirect:/t/" + memberships.getFirst().slug() + "/";
    }
    model.addAttribute(
        "view",
        new ChooseView(
            person.get().name(),
            memberships.stream()
                .map(one ->
                    new ChooseView.Organisation(one.slug(), one.name(), Roles.words(one.role())))
                .toList()));
    return "pages/choose/choose";
  }
}
