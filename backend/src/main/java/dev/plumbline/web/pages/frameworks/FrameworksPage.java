package dev.plumbline.web.pages.frameworks;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Every framework on every cluster. */
@Controller
class FrameworksPage {

  private final FrameworksTable table;

  FrameworksPage(FrameworksTable table) {
    this.table = table;
  }

  @Requires(Permission.READ)
  @GetMapping("/frameworks")
  String show(AsOf asOf, Model model) {
    model.addAttribute("view", table.view(asOf));
    return "pages/frameworks/frameworks";
  }
}
