package dev.plumbline.web.pages.overview;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: where everything stands, what changed, what to fix first. */
@Controller
class OverviewPage {

  private final Overview overview;

  OverviewPage(Overview overview) {
    this.overview = overview;
  }

  @Requires(Permission.READ)
  @GetMapping("/")
  String show(AsOf asOf, Model model) {
    model.addAttribute("view", overview.view(asOf));
    return "pages/overview/overview";
  }
}
