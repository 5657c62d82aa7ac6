package dev.plumbline.web.pages.exceptions;

import dev.plumbline.finding.Waivers;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The exceptions of the organisation: deciding and withdrawing them, one or many at once. */
@Controller
class ExceptionsPage {

  private final ExceptionsList list;
  private final Waivers waivers;

  ExceptionsPage(ExceptionsList list, Waivers waivers) {
    this.list = list;
    this.waivers = waivers;
  }

  @Requires(Permission.READ)
  @GetMapping("/exceptions")
  String show(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(defaultValue = "") String cursor,
      AsOf asOf,
      Access access,
      Model model) {
    var asked = new ExceptionsList.Asked(Shelf.of(state), q, cursor, asOf, access);
    model.addAttribute("view", list.view(asked));
    return "pages/exceptions/exceptions";
  }

  /**
   * Where a form of exceptions leads back to.
   *
   * @param finding the page of the finding it was sent from, absent for the list
   */
  private static String back(@Nullable UUID finding) {
    return finding == null ? "redirect:/exceptions" : "redirect:/findings/" + finding;
  }

  @Requires(Permission.APPROVE_EXCEPTION)
  @PostMapping("/exceptions/approve")
  String approve(
      @RequestParam(name = "exception", defaultValue = "") List<UUID> ids,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable UUID finding,
      RedirectAttributes redirect) {
    waivers.approve(ids, note);
    return done(redirect, ids, "approved", finding);
  }

  @Requires(Permission.APPROVE_EXCEPTION)
  @PostMapping("/exceptions/refuse")
  String refuse(
      @RequestParam(name = "exception", defaultValue = "") List<UUID> ids,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable UUID finding,
      RedirectAttributes redirect) {
    waivers.refuse(ids, note);
    return done(redirect, ids, "refused", finding);
  }

  @Requires(Permission.TRIAGE)
  @PostMapping("/exceptions/withdraw")
  String withdraw(
      @RequestParam(name = "exception", defaultValue = "") List<UUID> ids,
      @RequestParam(required = false) @Nullable UUID finding,
      RedirectAttributes redirect) {
    waivers.withdraw(ids);
    return done(redirect, ids, "withdrawn", finding);
  }

  private static String done(
      RedirectAttributes redirect, List<UUID> ids, String deed, @Nullable UUID finding) {
    redirect.addFlashAttribute(
        "notice",
        Notice.good(Format.counted(ids.size(), "exception", "exceptions") + " " + deed + "."));
    return back(finding);
  }
}
