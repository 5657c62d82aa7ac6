package dev.plumbline.web.api.network;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.inventory.ObjectKey;
import dev.plumbline.inventory.fact.reach.Matrix;
import dev.plumbline.inventory.fact.reach.Neighbours;
import dev.plumbline.inventory.fact.reach.Partner;
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
import java.util.function.BiFunction;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who reaches whom in a cluster, and what is reached from outside, as one scan saw it. */
@RestController
@RequestMapping("/api/v1/clusters/{cluster}")
class NetworkApi {

  private final Clusters clusters;
  private final Looks looks;

  NetworkApi(Clusters clusters, Looks looks) {
    this.clusters = clusters;
    this.looks = looks;
  }

  @Operation(
      summary =
          "Counts for namespaces against namespaces how many pairs of workloads connect on some"
              + " port.")
  @Requires(Permission.READ)
  @GetMapping("/network")
  Body<Matrix> matrix(@PathVariable String cluster, AsOf asOf) {
    return Body.of(look(cluster, asOf).reach().matrix());
  }

  /**
   * The workloads of a cluster with how many others they connect to.
   *
   * @param namespace only of this one
   */
  @Operation(summary = "Lists the workloads of a cluster with how many others they connect to.")
  @Requires(Permission.READ)
  @GetMapping("/network/workloads")
  Body<List<WorkloadJson>> workloads(
      @PathVariable String cluster,
      @RequestParam(defaultValue = "") String namespace,
      AsOf asOf,
      Paging paging) {
    Look look = look(cluster, asOf);
    var sources = look.reach().sources();
    var targets = look.reach().targets();
    var none = new Neighbours(0, 0);
    return paging.cut(
        look.workloads().keySet().stream()
            .filter(it -> namespace.isEmpty() || it.namespace().equals(namespace))
            .map(it ->
                WorkloadJson.of(
                    look, it, sources.getOrDefault(it, none), targets.getOrDefault(it, none)))
            .toList(),
        WorkloadJson::key);
  }

  @Operation(
      summary =
          "Tells of one workload the ways from outside, its policies, and what of them is not"
              + " known.")
  @Requires(Permission.READ)
  @GetMapping("/network/workloads/{namespace}/{kind}/{name}")
  Body<NetworkJson> workload(
      @PathVariable String cluster,
      @PathVariable String namespace,
      @PathVariable String kind,
      @PathVariable String name,
      AsOf asOf) {
    Look look = look(cluster, asOf);
    return Body.of(NetworkJson.of(look, key(look, namespace, kind, name)));
  }

  @Operation(summary = "Lists who may connect to a workload, and on which of its ports.")
  @Requires(Permission.READ)
  @GetMapping("/network/workloads/{namespace}/{kind}/{name}/sources")
  Body<List<PartnerJson>> sources(
      @PathVariable String cluster,
      @PathVariable String namespace,
      @PathVariable String kind,
      @PathVariable String name,
      AsOf asOf,
      Paging paging) {
    Look look = look(cluster, asOf);
    ObjectKey key = key(look, namespace, kind, name);
    return partners(
        look.reach().sources(key),
        (other, partner) -> PartnerJson.of(look, other, key, partner),
        paging);
  }

  @Operation(summary = "Lists whom a workload may connect to, and on which ports.")
  @Requires(Permission.READ)
  @GetMapping("/network/workloads/{namespace}/{kind}/{name}/targets")
  Body<List<PartnerJson>> targets(
      @PathVariable String cluster,
      @PathVariable String namespace,
      @PathVariable String kind,
      @PathVariable String name,
      AsOf asOf,
      Paging paging) {
    Look look = look(cluster, asOf);
    ObjectKey key = key(look, namespace, kind, name);
    return partners(
        look.reach().targets(key),
        (other, partner) -> PartnerJson.of(look, key, other, partner),
        paging);
  }

  private static Body<List<PartnerJson>> partners(
      List<Partner> all, BiFunction<ObjectKey, Partner, PartnerJson> shown, Paging paging) {
    Body<List<Partner>> page = paging.cut(all, it -> it.workload().toString());
    return new Body<>(
        page.data().stream().map(it -> shown.apply(it.workload(), it)).toList(), page.page());
  }

  private Look look(String cluster, AsOf asOf) {
    UUID id = clusters.find(cluster).orElseThrow(() -> new NotHere("cluster")).id();
    return looks.of(id, asOf.instant()).orElseThrow(() -> new NotHere("scan"));
  }

  private static ObjectKey key(Look look, String namespace, String kind, String name) {
    return look.find(namespace, kind, name).orElseThrow(() -> new NotHere("workload"));
  }
}
