package dev.plumbline.web.api.clusters;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.inventory.collect.selftest.SelfTest;
import dev.plumbline.inventory.collect.selftest.SelfTests;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.connect.Pasted;
import dev.plumbline.web.pages.connect.Uploads;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The resource {@code clusters}; a cluster is named by its id or its alias. */
@RestController
@RequestMapping("/api/v1/clusters")
class ClustersApi {

  private final Clusters clusters;
  private final SelfTests selfTests;
  private final Scans scans;
  private final Frameworks frameworks;
  private final Clock clock;

  ClustersApi(
      Clusters clusters, SelfTests selfTests, Scans scans, Frameworks frameworks, Clock clock) {
    this.frameworks = frameworks;
    this.clusters = clusters;
    this.selfTests = selfTests;
    this.scans = scans;
    this.clock = clock;
  }

  @Operation(summary = "Lists the clusters, each with where it stands.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<ClusterJson>> list(Paging paging) {
    return paging.cut(
        scans.fleet(Optional.empty()).clusters().stream()
            .map(standing -> ClusterJson.of(standing, frameworks))
            .toList(),
        cluster -> cluster.id().toString());
  }

  @Operation(summary = "Reads one cluster.")
  @Requires(Permission.READ)
  @GetMapping("/{cluster}")
  Body<ClusterJson> get(@PathVariable String cluster) {
    UUID id = named(cluster).id();
    return Body.of(
        scans.fleet(Optional.empty()).clusters().stream()
            .filter(standing -> standing.cluster().id().equals(id))
            .findFirst()
            .map(standing -> ClusterJson.of(standing, frameworks))
            .orElseThrow(() -> new NotHere("cluster")));
  }

  /**
   * A cluster to register.
   *
   * @param kubeconfig of a live one; absent for one that is read by uploads
   * @param context to choose among several of the kubeconfig
   */
  record NewCluster(@Nullable String name, @Nullable String kubeconfig, @Nullable String context) {}

  @Operation(
      summary = "Registers a live cluster by its kubeconfig, or one that is read by uploads.")
  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Body<ClusterJson>> register(@RequestBody NewCluster asked) {
    String name = asked.name() == null ? "" : asked.name();
    Cluster cluster =
        asked.kubeconfig() == null
            ? clusters.registerOffline(name)
            : clusters.connect(name, pasted(asked.kubeconfig(), asked.context()).accepted());
    return ResponseEntity.created(URI.create("/api/v1/clusters/" + cluster.id()))
        .body(Body.of(ClusterJson.of(cluster)));
  }

  /** What can be changed; absent fields stay as they are. */
  record Change(
      @Nullable String name, @Nullable Integer intervalMinutes, @Nullable Boolean paused) {}

  @Operation(
      summary =
          "Changes a cluster's name or interval, or pauses it; absent fields stay as they are.")
  @Requires(Permission.MANAGE_CLUSTER)
  @PatchMapping("/{cluster}")
  Body<ClusterJson> change(@PathVariable String cluster, @RequestBody Change asked, IfMatch read) {
    Cluster known = named(cluster);
    return read.change(known.id(), () -> get(cluster), () -> changed(known, asked));
  }

  private Body<ClusterJson> changed(Cluster known, Change asked) {
    if (asked.intervalMinutes() != null || asked.paused() != null) {
      int minutes =
          asked.intervalMinutes() == null ? known.intervalMinutes() : asked.intervalMinutes();
      boolean paused = asked.paused() == null ? known.paused() : asked.paused();
      clusters.schedule(known.id(), minutes, paused);
    }
    if (asked.name() != null) {
      clusters.rename(known.id(), asked.name());
    }
    return get(known.id().toString());
  }

  @Operation(summary = "Deletes a cluster with all of its history.")
  @Requires(Permission.MANAGE_CLUSTER)
  @DeleteMapping("/{cluster}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String cluster, IfMatch read) {
    UUID id = named(cluster).id();
    read.delete(id, () -> get(cluster), () -> clusters.delete(id));
  }

  /** A credential that takes the place of the one before. */
  record NewCredential(@Nullable String kubeconfig, @Nullable String context) {}

  @Operation(summary = "Puts a new kubeconfig in place of the one before.")
  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/{cluster}/credentials")
  Body<ClusterJson> replaceCredential(
      @PathVariable String cluster, @RequestBody NewCredential asked) {
    Cluster known = named(cluster);
    if (asked.kubeconfig() == null) {
      throw new Refused("kubeconfig", "A kubeconfig is expected here, as text.");
    }
    clusters.replaceCredential(known.id(), pasted(asked.kubeconfig(), asked.context()).accepted());
    return get(known.id().toString());
  }

  /** The last self-test and when it was. */
  record SelfTestJson(Instant at, SelfTest result) {}

  @Operation(summary = "Tells what the credential may read, as last tested.")
  @Requires(Permission.READ)
  @GetMapping("/{cluster}/self-test")
  Body<SelfTestJson> selfTest(@PathVariable String cluster) {
    Cluster known = live(cluster);
    return selfTests
        .last(known.id())
        .map(kept -> Body.of(new SelfTestJson(kept.at(), kept.result())))
        .orElseThrow(() -> new NotHere("self-test"));
  }

  @Operation(summary = "Asks the API server again what the credential may read.")
  @Requires(Permission.CONNECT_CLUSTER)
  @PostMapping("/{cluster}/self-test")
  Body<SelfTestJson> testAgain(@PathVariable String cluster) {
    selfTests.run(live(cluster).id());
    return selfTest(cluster);
  }

  /** A scan that was begun. */
  record Begun(UUID scan, UUID cluster, String state) {}

  @Operation(
      summary = "Reads an archive of the offline script, or loose files of kubectl, sent as dump.")
  @Requires(Permission.RUN_SCAN)
  @PostMapping(path = "/{cluster}/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Body<Begun> upload(
      @PathVariable String cluster,
      @RequestParam(required = false) @Nullable List<MultipartFile> dump) {
    Cluster known = named(cluster);
    if (known.live()) {
      throw new Refused("dump", "A live cluster is read by its API server, not by uploads.");
    }
    var scan = scans.upload(known.id(), Uploads.read(dump, clock.instant()));
    return Body.of(new Begun(scan.id(), known.id(), scan.state().name()));
  }

  private static Pasted pasted(String kubeconfig, @Nullable String context) {
    return new Pasted(kubeconfig, context == null ? "" : context);
  }

  private Cluster live(String cluster) {
    Cluster known = named(cluster);
    if (!known.live()) {
      throw new NotHere("self-test");
    }
    return known;
  }

  private Cluster named(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster"));
  }
}
