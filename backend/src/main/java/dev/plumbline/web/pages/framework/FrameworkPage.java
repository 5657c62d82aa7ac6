package dev.plumbline.web.pages.framework;

import dev.plumbline.compliance.FrameworkText;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Download;
import dev.plumbline.web.security.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One framework over one cluster or all. */
@Controller
class FrameworkPage {

  private final Frameworks frameworks;
  private final FrameworkSheet sheet;

  FrameworkPage(Frameworks frameworks, FrameworkSheet sheet) {
    this.frameworks = frameworks;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/frameworks/{id}")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String cluster,
      AsOf asOf,
      Model model) {
    var framework = frameworks.find(id, asOf.instant()).orElseThrow(() -> new NotHere("framework"));
    model.addAttribute("view", sheet.view(framework, cluster, asOf));
    return "pages/framework/framework";
  }

  /** The whole of it as YAML. */
  @Requires(Permission.READ)
  @GetMapping("/frameworks/{id}/yaml")
  ResponseEntity<byte[]> yaml(@PathVariable String id, AsOf asOf) {
    var framework = frameworks.find(id, asOf.instant()).orElseThrow(() -> new NotHere("framework"));
    return Download.yaml(framework.id(), FrameworkText.of(framework));
  }
}
