package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waivers;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One finding, and asking for an exception for it. */
@Controller
class FindingPage {

  private static final String VIEW = "pages/finding/finding";

  private final Findings findings;
  private final Waivers waivers;
  private final FindingSheet sheet;

  FindingPage(Findings findings, Waivers waivers, FindingSheet sheet) {
    this.findings = findings;
    this.waivers = waivers;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/findings/{id}")
  String show(@PathVariable UUID id, AsOf asOf, Access access, Model model) {
    var finding = findings.find(id, asOf.instant()).orElseThrow(() -> new NotHere("finding"));
    model.addAttribute("view", sheet.view(finding, asOf, access, Typed.NOTHING));
    return VIEW;
  }

  @Requires(Permission.TRIAGE)
  @PostMapping("/findings/{id}/exception")
  ModelAndView except(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String compensation,
      @RequestParam(defaultValue = "") String until,
      Access access,
      RedirectAttributes redirect) {
    var finding = findings.find(id, AsOf.NOW.instant()).orElseThrow(() -> new NotHere("finding"));
    try {
      waivers.request(
          new Waivers.Draft(List.of(id), reason, compensation, ExceptionMarks.end(until)));
      redirect.addFlashAttribute(
          "notice", Notice.good("Asked for. It is in force when a second person approves it."));
      return new ModelAndView("redirect:/findings/" + id);
    } catch (Refused refused) {
      String field = refused.field().equals("expiresAt") ? "until" : refused.field();
      var typed = new Typed(reason, compensation, until, Map.of()).refused(field, refused.why());
      return new ModelAndView(
          VIEW,
          Map.of("view", sheet.view(finding, AsOf.NOW, access, typed)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }
}
