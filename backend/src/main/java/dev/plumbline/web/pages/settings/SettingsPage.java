package dev.plumbline.web.pages.settings;

import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Invitations;
import dev.plumbline.tenant.Members;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.tenant.Role;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings: members and invitations, API tokens, the organisation itself. */
@Controller
class SettingsPage {

  private static final String PAGE = "pages/settings/settings";
  private static final String SECRET = "secret";
  private static final String LINK = "link";

  private final SettingsSheet sheet;
  private final Members members;
  private final Invitations invitations;
  private final ApiTokens tokens;
  private final Organisations organisations;
  private final Addresses addresses;

  SettingsPage(
      SettingsSheet sheet,
      Members members,
      Invitations invitations,
      ApiTokens tokens,
      Organisations organisations,
      Addresses addresses) {
    this.sheet = sheet;
    this.members = members;
    this.invitations = invitations;
    this.tokens = tokens;
    this.organisations = organisations;
    this.addresses = addresses;
  }

  @Requires(Permission.READ)
  @GetMapping("/settings")
  String people(Access access, Model model) {
    model.addAttribute("view", sheet.people(access, (String) model.getAttribute(LINK)));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/settings/tokens")
  String tokens(Access access, Model model) {
    model.addAttribute("view", sheet.tokens(access, (String) model.getAttribute(SECRET)));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/settings/organisation")
  String organisation(Access access, Model model) {
    model.addAttribute("view", sheet.organisation(access));
    return PAGE;
  }

  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/members/{id}/role")
  String changeRole(
      @PathVariable UUID id, @RequestParam Role role, Access access, RedirectAttributes flash) {
    members.changeRole(id, role, access.role());
    return saved("/settings", "The role was changed.", flash);
  }

  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/members/{id}/remove")
  String remove(@PathVariable UUID id, Access access, RedirectAttributes flash) {
    members.remove(id, access.role());
    return saved("/settings", "The member was removed.", flash);
  }

  /** The link is shown once, on the page that follows. */
  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/invitations")
  String invite(
      @RequestParam String email,
      @RequestParam Role role,
      Access access,
      RedirectAttributes flash) {
    String secret = invitations.invite(email, role, access.role());
    flash.addFlashAttribute(LINK, addresses.of("/invite?token=" + secret));
    return "redirect:/settings";
  }

  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/invitations/{id}/withdraw")
  String withdraw(@PathVariable UUID id, RedirectAttributes flash) {
    invitations.withdraw(id);
    return saved("/settings", "The invitation was withdrawn.", flash);
  }

  /** The secret is shown once, on the page that follows. */
  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/tokens")
  String makeToken(
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam int days,
      Access access,
      RedirectAttributes flash) {
    if (days < 1 || days > 3650) {
      throw new Refused("days", "A token lives 1 to 3650 days.");
    }
    flash.addFlashAttribute(
        SECRET, tokens.create(name, role, Duration.ofDays(days), access.role()));
    return "redirect:/settings/tokens";
  }

  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/tokens/{id}/revoke")
  String revoke(@PathVariable UUID id, RedirectAttributes flash) {
    tokens.revoke(id);
    return saved("/settings/tokens", "The token was revoked.", flash);
  }

  @Requires(Permission.MANAGE_MEMBERS)
  @PostMapping("/settings/organisation")
  String change(@RequestParam String name, @RequestParam int days, RedirectAttributes flash) {
    organisations.rename(name);
    organisations.retain(days);
    return saved("/settings/organisation", "Saved.", flash);
  }

  @Requires(Permission.DELETE_ORGANISATION)
  @PostMapping("/settings/organisation/delete")
  String delete(@RequestParam String confirm) {
    organisations.delete(confirm);
    return "redirect:" + addresses.of("/?choose");
  }

  private static String saved(String where, String words, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", Notice.good(words));
    return "redirect:" + where;
  }
}
