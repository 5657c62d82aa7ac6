package dev.plumbline.web.pages.score;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The receipt behind a score: every point, and what it came from. */
@Controller
class ScorePage {

  private final Receipt receipt;

  ScorePage(Receipt receipt) {
    this.receipt = receipt;
  }

  /** Of the whole fleet, or of one cluster by its alias. */
  @Requires(Permission.READ)
  @GetMapping({"/score", "/help/score"})
  String show(@RequestParam(defaultValue = "") String cluster, AsOf asOf, Model model) {
    model.addAttribute("view", receipt.view(cluster, asOf));
    return "pages/score/score";
  }
}
