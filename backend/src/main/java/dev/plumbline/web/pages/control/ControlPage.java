package dev.plumbline.web.pages.control;

import dev.plumbline.compliance.Attestations;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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

/** One control: where it stands, and what people attest of it. */
@Controller
class ControlPage {

  private static final String VIEW = "pages/control/control";

  private final ControlSheet sheet;
  private final Attestations attestations;

  ControlPage(ControlSheet sheet, Attestations attestations) {
    this.sheet = sheet;
    this.attestations = attestations;
  }

  @Requires(Permission.READ)
  @GetMapping("/controls/{framework}/{id}")
  String show(
      @PathVariable String framework,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String cluster,
      AsOf asOf,
      Access access,
      Model model) {
    var asked = new ControlSheet.Asked(framework, id, cluster, asOf, access, Map.of());
    model.addAttribute("view", sheet.view(asked));
    return VIEW;
  }

  @Requires(Permission.ATTEST)
  @PostMapping("/controls/{framework}/{id}/attestations")
  ModelAndView attest(
      @PathVariable String framework,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String statement,
      @RequestParam(defaultValue = "") String evidence,
      @RequestParam(defaultValue = "") String until,
      Access access) {
    try {
      attestations.attest(
          new Attestations.Draft(framework, id, null, statement, evidence, end(until)));
      return new ModelAndView("redirect:/controls/" + framework + "/" + id);
    } catch (Refused refused) {
      var problems = Map.of(field(refused), refused.why());
      var asked = new ControlSheet.Asked(framework, id, "", AsOf.NOW, access, problems);
      return new ModelAndView(
          VIEW, Map.of("view", sheet.view(asked)), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires(Permission.ATTEST)
  @PostMapping("/controls/{framework}/{id}/attestations/{attestation}/withdraw")
  String withdraw(
      @PathVariable String framework, @PathVariable String id, @PathVariable UUID attestation) {
    attestations.withdraw(attestation);
    return "redirect:/controls/" + framework + "/" + id;
  }

  /** To the end of a day, in UTC. */
  private static Instant end(String day) {
    try {
      return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refused("expiresAt", "Name the last day it holds.");
    }
  }

  private static String field(Refused refused) {
    return refused.field().equals("expiresAt") ? "until" : refused.field();
  }
}
