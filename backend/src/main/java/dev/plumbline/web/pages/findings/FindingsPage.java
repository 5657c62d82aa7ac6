package dev.plumbline.web.pages.findings;

import dev.plumbline.finding.Findings;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.query.FindingQueries;
import dev.plumbline.web.query.Query;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings, and the same list as CSV. */
@Controller
class FindingsPage {

  private final FindingsList list;
  private final FindingQueries queries;
  private final Findings findings;
  private final FindingsCsv csv;

  FindingsPage(FindingsList list, FindingQueries queries, Findings findings, FindingsCsv csv) {
    this.list = list;
    this.queries = queries;
    this.findings = findings;
    this.csv = csv;
  }

  @Requires(Permission.READ)
  @GetMapping("/findings")
  String show(
      @RequestParam(name = "q", defaultValue = "") String q,
      @RequestParam(defaultValue = "control") String group,
      @RequestParam(defaultValue = "") String cursor,
      AsOf asOf,
      Access access,
      Model model) {
    var asked = new FindingsList.Asked(Query.parse(q), Grouping.of(group), cursor, asOf, access);
    model.addAttribute("view", list.view(asked));
    return "pages/findings/findings";
  }

  @Requires(Permission.READ)
  @GetMapping("/findings.csv")
  void export(
      @RequestParam(name = "q", defaultValue = "") String q,
      AsOf asOf,
      HttpServletResponse response)
      throws IOException {
    var understood = queries.understand(Query.parse(q), asOf.instant());
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Disposition", "attachment; filename=\"findings.csv\"");
    csv.write(findings, understood.filter(), response.getWriter());
  }
}
