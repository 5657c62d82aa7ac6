package dev.plumbline.web.pages.matrix;

import dev.plumbline.compliance.Framework;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One framework of techniques as a matrix, over one cluster or all. */
@Controller
class MatrixPage {

  private final Frameworks frameworks;
  private final Matrix matrix;

  MatrixPage(Frameworks frameworks, Matrix matrix) {
    this.frameworks = frameworks;
    this.matrix = matrix;
  }

  @Requires(Permission.READ)
  @GetMapping("/frameworks/{id}/matrix")
  String show(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String cluster,
      AsOf asOf,
      Model model) {
    var framework =
        frameworks
            .find(id, asOf.instant())
            .filter(Framework::matrix)
            .orElseThrow(() -> new NotHere("matrix"));
    model.addAttribute("view", matrix.view(framework, cluster, asOf));
    return "pages/matrix/matrix";
  }
}
