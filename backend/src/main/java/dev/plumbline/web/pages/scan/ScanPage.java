package dev.plumbline.web.pages.scan;

import dev.plumbline.scan.Scan;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One scan: while it runs, and what came of it. */
@Controller
class ScanPage {

  private final Scans scans;
  private final ScanSheet sheet;
  private final ScanEvents events;

  ScanPage(Scans scans, ScanSheet sheet, ScanEvents events) {
    this.scans = scans;
    this.sheet = sheet;
    this.events = events;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/scans/{id}")
  String show(@PathVariable UUID id, Access access, Model model) {
    model.addAttribute("view", sheet.view(found(id), access.may(Permission.RUN_SCAN)));
    return "pages/scan/scan";
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/scans/{id}/events")
  SseEmitter events(@PathVariable UUID id) {
    return events.of(found(id));
  }

  @Requires(Permission.RUN_SCAN)
  @PostMapping("/clusters/{cluster}/scans/{id}/cancel")
  String cancel(@PathVariable String cluster, @PathVariable UUID id) {
    scans.cancel(id);
    return "redirect:/clusters/" + cluster + "/scans/" + id;
  }

  private Scan found(UUID id) {
    return scans.find(id).orElseThrow(() -> new NotHere("scan"));
  }
}
