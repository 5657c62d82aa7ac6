package dev.plumbline.web.api.scans;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.finding.CheckTally;
import dev.plumbline.finding.Tallies;
import dev.plumbline.scan.Scans;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking for scans, watching them, and what each check said in one. */
@RestController
@RequestMapping("/api/v1")
class ScansApi {

  private final Scans scans;
  private final Clusters clusters;
  private final Tallies tallies;

  ScansApi(Scans scans, Clusters clusters, Tallies tallies) {
    this.scans = scans;
    this.clusters = clusters;
    this.tallies = tallies;
  }

  @Operation(summary = "Lists the scans of a cluster, newest first.")
  @Requires(Permission.READ)
  @GetMapping("/clusters/{cluster}/scans")
  Body<List<ScanJson>> list(@PathVariable String cluster, Paging paging) {
    UUID id = cluster(cluster);
    int most = paging.limit() + 1;
    Place last = paging.after(Place.class);
    return paging.answer(
        last == null
            ? scans.ofCluster(id, most)
            : scans.ofClusterBefore(id, last.requestedAt(), last.id(), most),
        scan -> new Place(scan.requestedAt(), scan.id()),
        ScanJson::of);
  }

  /** A scan's place among the others of its cluster. */
  private record Place(Instant requestedAt, UUID id) {}

  @Operation(
      summary = "Asks for a scan of a live cluster; one that is under way is answered instead.")
  @Requires(Permission.RUN_SCAN)
  @PostMapping("/clusters/{cluster}/scans")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Body<ScanJson>> request(@PathVariable String cluster) {
    var scan = scans.request(cluster(cluster));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/scans/" + scan.id()))
        .body(Body.of(ScanJson.of(scan)));
  }

  @Operation(summary = "Reads one scan and how far it is.")
  @Requires(Permission.READ)
  @GetMapping("/scans/{id}")
  Body<ScanJson> get(@PathVariable UUID id) {
    return Body.of(scans.find(id).map(ScanJson::of).orElseThrow(() -> new NotHere("scan")));
  }

  @Operation(summary = "Tells what each check said, with its exact part in the score.")
  @Requires(Permission.READ)
  @GetMapping("/scans/{id}/checks")
  Body<List<CheckTally>> checks(@PathVariable UUID id, Paging paging) {
    get(id);
    return paging.cut(tallies.ofScan(id), CheckTally::check);
  }

  @Operation(summary = "Ends a scan that is under way.")
  @Requires(Permission.RUN_SCAN)
  @PostMapping("/scans/{id}/cancel")
  Body<ScanJson> cancel(@PathVariable UUID id) {
    scans.cancel(id);
    return get(id);
  }

  private UUID cluster(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster")).id();
  }
}
