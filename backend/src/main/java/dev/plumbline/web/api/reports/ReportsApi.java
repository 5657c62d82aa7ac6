package dev.plumbline.web.api.reports;

import dev.plumbline.notify.Deliveries;
import dev.plumbline.notify.Delivery;
import dev.plumbline.report.Report;
import dev.plumbline.report.ReportRequest;
import dev.plumbline.report.Reports;
import dev.plumbline.tenant.Permission;
import dev.plumbline.web.api.Body;
import dev.plumbline.web.api.IfMatch;
import dev.plumbline.web.api.Paging;
import dev.plumbline.web.security.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports: asking for one, waiting for it, its files, to whom it went. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsApi {

  private final Reports reports;
  private final Deliveries deliveries;

  ReportsApi(Reports reports, Deliveries deliveries) {
    this.reports = reports;
    this.deliveries = deliveries;
  }

  @Operation(summary = "Lists the newest reports.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<Report>> list(Paging paging) {
    int most = paging.limit() + 1;
    Place last = paging.after(Place.class);
    return paging.answer(
        last == null
            ? reports.newest(most)
            : reports.newestBefore(last.requestedAt(), last.id(), most),
        report -> new Place(report.requestedAt(), report.id()),
        report -> report);
  }

  /** A report's place among the others. */
  private record Place(Instant requestedAt, UUID id) {}

  /** What is asked for; absent fields have the meaning of {@link ReportRequest}. */
  record Order(
      @Nullable String framework,
      @Nullable List<UUID> clusters,
      @Nullable Instant from,
      @Nullable Instant at,
      @Nullable String zone) {}

  @Operation(summary = "Orders a report: it is made in the background.")
  @Requires(Permission.MANAGE_REPORT)
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Body<Report>> order(@RequestBody Order order) {
    var report =
        reports.order(
            new ReportRequest(
                order.framework() == null ? "" : order.framework(),
                order.clusters() == null ? List.of() : order.clusters(),
                order.from(),
                order.at(),
                order.zone() == null ? "UTC" : order.zone()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/reports/" + report.id()))
        .body(Body.of(report));
  }

  @Operation(summary = "Reads one report and how far it is.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<Report> get(@PathVariable UUID id) {
    return Body.of(reports.get(id));
  }

  @Operation(summary = "Reads the PDF of a report.")
  @Requires(Permission.DOWNLOAD_REPORT)
  @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  byte[] pdf(@PathVariable UUID id) {
    return reports.pdf(id);
  }

  @Operation(summary = "Reads the findings that a report speaks of, as CSV.")
  @Requires(Permission.DOWNLOAD_REPORT)
  @GetMapping(path = "/{id}/findings", produces = "text/csv;charset=UTF-8")
  byte[] findings(@PathVariable UUID id) {
    return reports.findings(id);
  }

  @Operation(summary = "Lists a report's deliveries.")
  @Requires(Permission.READ)
  @GetMapping("/{id}/deliveries")
  Body<List<Delivery>> deliveries(@PathVariable UUID id, Paging paging) {
    reports.get(id);
    return paging.cut(deliveries.of(id), delivery -> delivery.id().toString());
  }

  @Operation(summary = "Deletes a report.")
  @Requires(Permission.MANAGE_REPORT)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, IfMatch read) {
    read.delete(id, () -> get(id), () -> reports.delete(id));
  }
}
