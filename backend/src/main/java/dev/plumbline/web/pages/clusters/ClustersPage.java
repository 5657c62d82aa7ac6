package dev.plumbline.web.pages.clusters;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of clusters. */
@Controller
class ClustersPage {

  private final ClusterList list;

  ClustersPage(ClusterList list) {
    this.list = list;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters")
  String show(AsOf asOf, Access access, Model model) {
    model.addAttribute("view", list.view(asOf, access));
    return "pages/clusters/clusters";
  }
}
