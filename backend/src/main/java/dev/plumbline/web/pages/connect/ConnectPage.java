package dev.plumbline.web.pages.connect;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.collect.Collected;
import dev.plumbline.inventory.collect.selftest.ReaderRole;
import dev.plumbline.inventory.collect.selftest.SelfTests;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The wizard that registers a cluster, by kubeconfig or by upload. */
@Controller
class ConnectPage {

  private static final String PAGE = "pages/connect/connect";

  private final Clusters clusters;
  private final SelfTests selfTests;
  private final SelfTestSheet sheet;
  private final Scans scans;
  private final Clock clock;

  ConnectPage(
      Clusters clusters, SelfTests selfTests, SelfTestSheet sheet, Scans scans, Clock clock) {
    this.clusters = clusters;
    this.selfTests = selfTests;
    this.sheet = sheet;
    this.scans = scans;
    this.clock = clock;
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @GetMapping("/clusters/connect")
  String show(@RequestParam(defaultValue = "") String by, Model model) {
    String tab = by.equals("upload") ? ConnectForms.UPLOAD : ConnectForms.KUBECONFIG;
    model.addAttribute("view", ConnectForms.empty(tab));
    return PAGE;
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/clusters/connect")
  String connect(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String kubeconfig,
      @RequestParam(defaultValue = "") String context,
      Model model,
      HttpServletResponse response) {
    var pasted = new Pasted(kubeconfig, context);
    try {
      Cluster cluster = clusters.connect(name, pasted.accepted());
      selfTests.run(cluster.id());
      return "redirect:/clusters/" + cluster.alias() + "/test";
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute(
          "view",
          ConnectForms.again(ConnectForms.KUBECONFIG, name, context, pasted.contexts(), refused));
      return PAGE;
    }
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/clusters/upload")
  String upload(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(required = false) @Nullable List<MultipartFile> dump,
      Model model,
      HttpServletResponse response) {
    try {
      Collected collected = Uploads.read(dump, clock.instant());
      Cluster cluster = clusters.registerOffline(name);
      var scan = scans.upload(cluster.id(), collected);
      return "redirect:/clusters/" + cluster.alias() + "/scans/" + scan.id();
    } catch (Refused refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute(
          "view", ConnectForms.again(ConnectForms.UPLOAD, name, "", List.of(), refused));
      return PAGE;
    }
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @GetMapping("/clusters/{cluster}/test")
  String test(@PathVariable String cluster, Model model) {
    Cluster known = live(cluster);
    var kept = selfTests.last(known.id());
    if (kept.isEmpty()) {
      selfTests.run(known.id());
      kept = selfTests.last(known.id());
    }
    model.addAttribute("view", sheet.view(clusters.get(known.id()), kept.orElseThrow()));
    return PAGE;
  }

  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/clusters/{cluster}/test")
  String testAgain(@PathVariable String cluster) {
    Cluster known = live(cluster);
    selfTests.run(known.id());
    return "redirect:/clusters/" + known.alias() + "/test";
  }

  private Cluster live(String aliasOrId) {
    return clusters.find(aliasOrId).filter(Cluster::live).orElseThrow(() -> new NotHere("cluster"));
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/reader-role.yaml")
  ResponseEntity<String> role() {
    return file("reader-role.yaml", ReaderRole.yaml());
  }

  @Requires(Permission.READ)
  @GetMapping("/clusters/plumbline-dump.sh")
  ResponseEntity<String> script() {
    return file("plumbline-dump.sh", ConnectForms.script());
  }

  private static ResponseEntity<String> file(String name, String text) {
    return ResponseEntity.ok()
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(text);
  }
}
