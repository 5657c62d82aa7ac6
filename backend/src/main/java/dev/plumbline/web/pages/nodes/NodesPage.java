package dev.plumbline.web.pages.nodes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.NodeReports;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was seen on the nodes of one cluster, and how to hand it in. */
@Controller
class NodesPage {

  private static final String PAGE = "pages/nodes/nodes";

  private final Clusters clusters;
  private final NodeReports reports;
  private final NodesSheet sheet;

  NodesPage(Clusters clusters, NodeReports reports, NodesSheet sheet) {
    this.clusters = clusters;
    this.reports = reports;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/nodes")
  String show(
      @PathVariable String cluster,
      AsOf asOf,
      Access access,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("view", sheet.view(named(cluster), asOf, access, request, Map.of()));
    return PAGE;
  }

  @Requires(Permission.RUN_SCAN)
  @PostMapping("/clusters/{cluster}/nodes")
  String upload(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String node,
      @RequestParam(required = false) @Nullable MultipartFile report,
      Access access,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes flash,
      Model model) {
    Cluster known = named(cluster);
    try {
      add(known, node, report);
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("view", sheet.view(known, AsOf.NOW, access, request, problems(refused)));
      model.addAttribute("notice", Notice.bad("Not kept.", refused.why()));
      return PAGE;
    }
    flash.addFlashAttribute("notice", Notice.good("The result of " + node + " is kept."));
    return "redirect:/clusters/" + known.alias() + "/nodes";
  }

  private void add(Cluster cluster, String node, @Nullable MultipartFile report) {
    if (report == null || report.isEmpty()) {
      throw new Refused("report", "Choose the file that kube-bench wrote.");
    }
    try (InputStream body = report.getInputStream()) {
      reports.add(cluster.id(), node.strip(), Optional.empty(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> problems(Refused refused) {
    return refused.field().equals("node") || refused.field().equals("report")
        ? Map.of(refused.field(), refused.why())
        : Map.of("report", refused.field() + ": " + refused.why());
  }

  private Cluster named(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster"));
  }
}
