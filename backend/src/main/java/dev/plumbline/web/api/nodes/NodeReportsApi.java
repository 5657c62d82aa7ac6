package dev.plumbline.web.api.nodes;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Evidence;
import dev.plumbline.compliance.NodeReport;
import dev.plumbline.compliance.NodeReport.Answer;
import dev.plumbline.compliance.NodeReports;
import dev.plumbline.tenant.NotHere;
import dev.plumbline.tenant.Permission;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.pages.AsOf;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What kube-bench saw on the nodes of a cluster. */
@RestController
@RequestMapping("/api/v1/clusters/{cluster}")
class NodeReportsApi {

  private final NodeReports reports;
  private final Clusters clusters;
  private final Clock clock;

  NodeReportsApi(NodeReports reports, Clusters clusters, Clock clock) {
    this.reports = reports;
    this.clusters = clusters;
    this.clock = clock;
  }

  /** One report, with the answer of each item. */
  record ReportJson(
      UUID id,
      UUID cluster,
      String node,
      String benchmark,
      Instant takenAt,
      String receivedFrom,
      Map<String, Answer> results) {

    static ReportJson of(NodeReport report) {
      return new ReportJson(
          report.id(),
          report.cluster(),
          report.node(),
          report.benchmark(),
          report.at(),
          report.receivedFrom(),
          report.results());
    }
  }

  /** What all nodes together say of one concept. */
  record StandingJson(
      String concept, Evidence.State state, int pass, int fail, int open, String detail) {}

  @Operation(summary = "Lists the last report of each node and part of the benchmark.")
  @Requires(Permission.READ)
  @GetMapping("/node-reports")
  Body<List<ReportJson>> list(@PathVariable String cluster, Paging paging, AsOf asOf) {
    return paging.cut(
        reports.latest(known(cluster), at(asOf)).stream().map(ReportJson::of).toList(),
        report -> report.id().toString());
  }

  @Operation(
      summary =
          "Tells what the reports say of each concept that stands on nodes: the worst of them.")
  @Requires(Permission.READ)
  @GetMapping("/node-standing")
  Body<List<StandingJson>> standing(@PathVariable String cluster, Paging paging, AsOf asOf) {
    return paging.cut(
        reports.standing(known(cluster), at(asOf)).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry ->
                new StandingJson(
                    entry.getKey(),
                    entry.getValue().state(),
                    entry.getValue().tally().passed(),
                    entry.getValue().tally().failed(),
                    entry.getValue().tally().unknown(),
                    entry.getValue().detail()))
            .toList(),
        StandingJson::concept);
  }

  /**
   * Keeps a report.
   *
   * @param node as the cluster names it
   * @param takenAt when it ran, empty for now
   * @param body what {@code kube-bench run --json} wrote, at most 4 MiB
   */
  @Operation(summary = "Keeps what kube-bench wrote on a node.")
  @Requires(Permission.RUN_SCAN)
  @PostMapping(path = "/node-reports", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      description = "What kube-bench wrote.",
      content = @Content(schema = @Schema(type = "object")))
  Body<ReportJson> add(
      @PathVariable String cluster,
      @RequestParam String node,
      @RequestParam(defaultValue = "") String takenAt,
      InputStream body) {
    return Body.of(ReportJson.of(reports.add(known(cluster), node, instant(takenAt), body)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new Refused("takenAt", "An instant looks like 2026-06-30T00:00:00Z.");
    }
  }

  private Instant at(AsOf asOf) {
    return asOf.instant().orElseGet(clock::instant);
  }

  private UUID known(String aliasOrId) {
    return clusters.find(aliasOrId).orElseThrow(() -> new NotHere("cluster")).id();
  }
}
