package dev.plumbline.web.pages.workload;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.scan.Look;
import dev.plumbline.scan.Looks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One workload with everything that facts say of it. */
@Controller
class WorkloadPage {

  private final Clusters clusters;
  private final Looks looks;
  private final WorkloadSheet sheet;

  WorkloadPage(Clusters clusters, Looks looks, WorkloadSheet sheet) {
    this.clusters = clusters;
    this.looks = looks;
    this.sheet = sheet;
  }

  @Requires(Permission.READ)
  @GetMapping("/workloads/{cluster}/{namespace}/{kind}/{name}")
  String show(
      @PathVariable String cluster,
      @PathVariable String namespace,
      @PathVariable String kind,
      @PathVariable String name,
      AsOf asOf,
      Model model) {
    Cluster known = clusters.find(cluster).orElseThrow(() -> new NotHere("cluster"));
    Look look = looks.of(known.id(), asOf.instant()).orElseThrow(() -> new NotHere("workload"));
    ObjectKey key = look.find(namespace, kind, name).orElseThrow(() -> new NotHere("workload"));
    model.addAttribute("view", sheet.view(known, look, key, asOf));
    return "pages/workload/workload";
  }
}
