package dev.plumbline.web.api.admission;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.scan.Look;
import dev.plumbline.scan.Looks;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which violations admission stops in the namespaces of a cluster, as one scan saw it. */
@RestController
@RequestMapping("/api/v1/clusters/{cluster}")
class AdmissionApi {

  private final Clusters clusters;
  private final Looks looks;

  AdmissionApi(Clusters clusters, Looks looks) {
    this.clusters = clusters;
    this.looks = looks;
  }

  @Operation(
      summary =
          "Lists for each namespace which violations its policies stop, stop in part or may stop.")
  @Requires(Permission.READ)
  @GetMapping("/admission")
  Body<List<AdmissionJson>> admission(@PathVariable String cluster, AsOf asOf, Paging paging) {
    Look look = look(cluster, asOf);
    List<String> namespaces =
        look.workloads().keySet().stream().map(ObjectKey::namespace).distinct().sorted().toList();
    Body<List<String>> page = paging.cut(namespaces, it -> it);
    return new Body<>(
        page.data().stream().map(it -> AdmissionJson.of(look, it)).toList(), page.page());
  }

  private Look look(String cluster, AsOf asOf) {
    UUID id = clusters.find(cluster).orElseThrow(() -> new NotHere("cluster")).id();
    return looks.of(id, asOf.instant()).orElseThrow(() -> new NotHere("scan"));
  }
}
