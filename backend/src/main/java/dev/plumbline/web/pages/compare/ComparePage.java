package dev.plumbline.web.pages.compare;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.query.Comparisons;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two sides, each a scan, a cluster or all clusters, at an instant. */
@Controller
class ComparePage {

  private static final int SHOWN = 50;

  private final Comparisons comparisons;
  private final CompareSheet sheet;

  ComparePage(Comparisons comparisons, CompareSheet sheet) {
    this.comparisons = comparisons;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/compare")
  String show(
      @RequestParam(defaultValue = "") String a,
      @RequestParam(defaultValue = "") String aAt,
      @RequestParam(defaultValue = "") String b,
      @RequestParam(defaultValue = "") String bAt,
      Model model) {
    var first = new Comparisons.Asked(a, aAt);
    var second = new Comparisons.Asked(b, bAt);
    model.addAttribute("view", sheet.view(comparisons.of(first, second, SHOWN)));
    return "pages/compare/compare";
  }
}
