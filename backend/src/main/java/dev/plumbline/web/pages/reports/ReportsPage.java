package dev.plumbline.web.pages.reports;

import dev.plumbline.report.ReportRequest;
import dev.plumbline.report.Reports;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports: asking for one, the list, the files. */
@Controller
class ReportsPage {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final Reports reports;
  private final ReportsList list;

  ReportsPage(Reports reports, ReportsList list) {
    this.reports = reports;
    this.list = list;
  }

  @Requires(Permission.READ)
  @GetMapping("/reports")
  String show(Access access, Model model) {
    model.addAttribute("view", list.view(access));
    return "pages/reports/reports";
  }

  /** The address that mails carry: the list, where the report stands. */
  @Requires(Permission.READ)
  @GetMapping("/reports/{id:[0-9a-f-]{36}}")
  String one(@PathVariable UUID id) {
    reports.get(id);
    return "redirect:/reports";
  }

  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/reports")
  String order(
      @RequestParam(defaultValue = "") String framework,
      @RequestParam(defaultValue = "") List<UUID> cluster,
      @RequestParam(defaultValue = "") String at,
      RedirectAttributes redirect) {
    reports.order(
        new ReportRequest(framework, cluster, null, AsOf.parse(at).instant().orElse(null), "UTC"));
    redirect.addFlashAttribute(
        "notice", Notice.good("The report is being made; this page shows it when it is ready."));
    return "redirect:/reports";
  }

  @Requires(Permission.DOWNLOAD_REPORT)
  @GetMapping("/reports/{file:[0-9a-f-]{36}}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String file) {
    UUID id = id(file);
    return attachment(reports.pdf(id), MediaType.APPLICATION_PDF, "plumbline-" + id + ".pdf");
  }

  @Requires(Permission.DOWNLOAD_REPORT)
  @GetMapping("/reports/{file:[0-9a-f-]{36}}/findings.csv")
  ResponseEntity<byte[]> findings(@PathVariable String file) {
    return attachment(reports.findings(id(file)), CSV, "findings.csv");
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotHere("report");
    }
  }

  static ResponseEntity<byte[]> attachment(byte[] bytes, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }
}
