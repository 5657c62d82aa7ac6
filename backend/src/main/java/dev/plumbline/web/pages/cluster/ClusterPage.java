package dev.plumbline.web.pages.cluster;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.selftest.SelfTests;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.pages.Notice;
import dev.plumbline.web.pages.connect.Pasted;
import dev.plumbline.web.pages.connect.Uploads;
import dev.plumbline.web.security.Access;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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

/** One cluster: where it stands, its scans, its settings, and what can be done to it. */
@Controller
class ClusterPage {

  private static final String PAGE = "pages/cluster/cluster";

  private final Clusters clusters;
  private final ClusterSheet sheet;
  private final SelfTests selfTests;
  private final Scans scans;
  private final Clock clock;

  ClusterPage(
      Clusters clusters, ClusterSheet sheet, SelfTests selfTests, Scans scans, Clock clock) {
    this.clusters = clusters;
    this.sheet = sheet;
    this.selfTests = selfTests;
    this.scans = scans;
    this.clock = clock;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}")
  String overview(@PathVariable String cluster, AsOf asOf, Access access, Model model) {
    model.addAttribute("view", sheet.overview(named(cluster), asOf, access));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/workloads")
  String objects(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String cursor,
      AsOf asOf,
      Access access,
      Model model) {
    model.addAttribute("view", sheet.objects(named(cluster), q, cursor, asOf, access));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/scans")
  String scans(@PathVariable String cluster, Access access, Model model) {
    model.addAttribute("view", sheet.scans(named(cluster), access));
    return PAGE;
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/settings")
  String settings(@PathVariable String cluster, Access access, Model model) {
    model.addAttribute("view", sheet.settings(named(cluster), access, Map.of()));
    return PAGE;
  }

  @Requires(Permission.RUN_SCAN)
  @PostMapping("/clusters/{cluster}/scans")
  String scan(@PathVariable String cluster) {
    Cluster known = named(cluster);
    return scanned(known, scans.request(known.id()).id().toString());
  }

  @Requires(Permission.RUN_SCAN)
  @PostMapping("/clusters/{cluster}/upload")
  String upload(
      @PathVariable String cluster,
      @RequestParam(required = false) @Nullable List<MultipartFile> dump,
      Access access,
      Model model,
      HttpServletResponse response) {
    Cluster known = named(cluster);
    try {
      var collected = Uploads.read(dump, clock.instant());
      return scanned(known, scans.upload(known.id(), collected).id().toString());
    } catch (Refused refused) {
      return again(known, refused, access, model, response);
    }
  }

  private static String scanned(Cluster cluster, String scan) {
    return "redirect:/clusters/" + cluster.alias() + "/scans/" + scan;
  }

  @Requires(Permission.MANAGE_CLUSTER)
  @PostMapping("/clusters/{cluster}/settings")
  String change(
      @PathVariable String cluster,
      @RequestParam String name,
      @RequestParam(defaultValue = "-1") int hours,
      Access access,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    Cluster known = named(cluster);
    try {
      if (!name.strip().equals(known.name())) {
        clusters.rename(known.id(), name);
      }
      if (hours >= 0) {
        int minutes = hours == 0 ? known.intervalMinutes() : hours * 60;
        clusters.schedule(known.id(), minutes, hours == 0);
      }
    } catch (Refused refused) {
      return again(known, refused, access, model, response);
    }
    return saved(known, "The settings are saved.", flash);
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/clusters/{cluster}/credential")
  String replaceCredential(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String kubeconfig,
      @RequestParam(defaultValue = "") String context,
      Access access,
      Model model,
      HttpServletResponse response) {
    Cluster known = named(cluster);
    try {
      clusters.replaceCredential(known.id(), new Pasted(kubeconfig, context).accepted());
    } catch (Refused refused) {
      var inForm = new Refused("kubeconfig", refused.why());
      return again(known, inForm, access, model, response);
    }
    selfTests.run(known.id());
    return "redirect:/clusters/" + known.alias() + "/test";
  }

  @Requires(Permission.MANAGE_CLUSTER)
  @PostMapping("/clusters/{cluster}/delete")
  String delete(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String confirm,
      Access access,
      Model model,
      RedirectAttributes flash,
      HttpServletResponse response) {
    Cluster known = named(cluster);
    if (!confirm.strip().equals(known.name())) {
      var refused = new Refused("confirm", "Type the name exactly as it is.");
      return again(known, refused, access, model, response);
    }
    clusters.delete(known.id());
    flash.addFlashAttribute("notice", Notice.good(known.name() + " is deleted."));
    return "redirect:/clusters";
  }

  private String again(
      Cluster cluster, Refused refused, Access access, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    var problems = Map.of(refused.field(), refused.why());
    model.addAttribute("view", sheet.settings(cluster, access, problems));
    model.addAttribute("notice", Notice.bad("Not saved.", refused.why()));
    return PAGE;
  }

  private static String saved(Cluster cluster, String words, RedirectAttributes flash) {
    flash.addFlashAttribute("notice", Notice.good(words));
    return "redirect:/clusters/" + cluster.alias() + "/settings";
  }

  private Cluster named(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster"));
  }
}
