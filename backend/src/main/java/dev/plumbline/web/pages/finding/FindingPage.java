package dev.plumbline.web.pages.finding;

import dev.plumbline.finding.Findings;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One finding. */
@Controller
class FindingPage {

  private final Findings findings;
  private final FindingSheet sheet;

  FindingPage(Findings findings, FindingSheet sheet) {
    this.findings = findings;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/findings/{id}")
  String show(@PathVariable UUID id, AsOf asOf, Access access, Model model) {
    var finding = findings.find(id, asOf.instant()).orElseThrow(() -> new NotHere("finding"));
    model.addAttribute("view", sheet.view(finding, asOf, access));
    return "pages/finding/finding";
  }
}
