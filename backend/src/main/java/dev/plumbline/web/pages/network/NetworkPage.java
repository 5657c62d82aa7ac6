package dev.plumbline.web.pages.network;

import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who reaches whom in one cluster. */
@Controller
class NetworkPage {

  private final NetworkSheet sheet;

  NetworkPage(NetworkSheet sheet) {
    this.sheet = sheet;
  }

  /**
   * The network of a cluster.
   *
   * @param cluster alias or id, empty for the first that was scanned
   * @param from number of the first workload shown
   */
  @Requires(Permission.READ)
  @GetMapping("/network")
  String show(
      @RequestParam(defaultValue = "") String cluster,
      @RequestParam(defaultValue = "") String ns,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from,
      AsOf asOf,
      Model model) {
    var asked = new NetworkSheet.Asked(ns, q.strip(), Math.max(0, from), asOf);
    model.addAttribute("view", sheet.view(cluster, asked));
    return "pages/network/network";
  }
}
