package dev.plumbline.web.pages.findings;

import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingFilter;
import dev.plumbline.finding.Findings;
import dev.plumbline.finding.Waivers;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.ExceptionMarks;
import dev.plumbline.web.pages.Format;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.query.FindingQueries;
import dev.plumbline.web.query.Query;
import dev.plumbline.web.security.Requires;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks for exceptions for findings chosen in the list, or for all that match its filter. */
@Controller
class ExceptionRequest {

  private final Findings findings;
  private final FindingQueries queries;
  private final Waivers waivers;

  ExceptionRequest(Findings findings, FindingQueries queries, Waivers waivers) {
    this.findings = findings;
    this.queries = queries;
    this.waivers = waivers;
  }

  @Requires(Permission.TRIAGE)
  @PostMapping("/findings/exceptions")
  String ask(
      @RequestParam(defaultValue = "") List<UUID> finding,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String compensation,
      @RequestParam(defaultValue = "") String until,
      RedirectAttributes redirect) {
    var chosen = all ? matching(q) : finding;
    var made =
        waivers.request(new Waivers.Draft(chosen, reason, compensation, ExceptionMarks.end(until)));
    redirect.addFlashAttribute("notice", Notice.good(words(made.size(), chosen.size())));
    return "redirect:/exceptions";
  }

  /** What stands under an exception already is left out, unless the filter names it. */
  private List<UUID> matching(String q) {
    var understood = queries.understand(Query.parse(q), Optional.empty());
    if (!understood.problems().isEmpty()) {
      throw new Refused("q", String.join(" ", understood.problems()));
    }
    var asked = understood.filter();
    var page =
        findings.page(
            asked.statuses().isEmpty() ? asked.ofStatus(FindingFilter.Status.OPEN) : asked,
            null,
            Waivers.MOST);
    if (page.total() > Waivers.MOST) {
      throw new Refused(
          "findings",
          "%s match: one request names %s at most. Narrow the filter."
              .formatted(
                  Format.counted(page.total(), "finding", "findings"), Format.count(Waivers.MOST)));
    }
    return page.findings().stream().map(Finding::id).toList();
  }

  private static String words(int made, int chosen) {
    return "Asked for "
        + Format.counted(made, "exception", "exceptions")
        + (made < chosen ? "; " + Format.count(chosen - made) + " waited already" : "")
        + ". They are in force when a second person approves them.";
  }
}
