package dev.plumbline.web.api.reports;

import dev.plumbline.report.Report;
import dev.plumbline.report.Schedule;
import dev.plumbline.report.Schedules;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Schedules of reports. */
@RestController
@RequestMapping("/api/v1/report-schedules")
class ReportSchedulesApi {

  private final Schedules schedules;

  ReportSchedulesApi(Schedules schedules) {
    this.schedules = schedules;
  }

  /**
   * A schedule with its meaning.
   *
   * @param words the cron line in plain language
   * @param next the next three runs, none while it rests or is paused
   */
  record ScheduleJson(Schedule schedule, String words, List<Instant> next) {}

  @Operation(summary = "Lists the schedules of reports.")
  @Requires(Permission.READ)
  @GetMapping
  Body<List<ScheduleJson>> list(Paging paging) {
    return paging.cut(
        schedules.all().stream().map(this::json).toList(), one -> one.schedule().id().toString());
  }

  @Operation(summary = "Reads one schedule.")
  @Requires(Permission.READ)
  @GetMapping("/{id}")
  Body<ScheduleJson> get(@PathVariable UUID id) {
    return Body.of(json(schedules.get(id)));
  }

  /** What may be chosen of a schedule; PUT takes all of it. */
  record Choice(
      @Nullable String name,
      @Nullable String framework,
      @Nullable List<UUID> clusters,
      @Nullable String cron,
      @Nullable String zone,
      @Nullable List<String> recipients,
      @Nullable Boolean attach,
      @Nullable Boolean active) {

    Schedule.Draft draft() {
      return new Schedule.Draft(
          text(name),
          text(framework),
          clusters == null ? List.of() : clusters,
          text(cron),
          zone == null ? "UTC" : zone,
          recipients == null ? List.of() : recipients,
          attach == null || attach,
          active == null || active);
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  @Operation(summary = "Makes a schedule.")
  @Requires(Permission.MANAGE_REPORT)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<Body<ScheduleJson>> create(@RequestBody Choice choice) {
    var schedule = schedules.create(choice.draft());
    return ResponseEntity.created(URI.create("/api/v1/report-schedules/" + schedule.id()))
        .body(Body.of(json(schedule)));
  }

  @Operation(summary = "Puts all of a schedule anew.")
  @Requires(Permission.MANAGE_REPORT)
  @PutMapping("/{id}")
  Body<ScheduleJson> change(@PathVariable UUID id, @RequestBody Choice choice, IfMatch read) {
    return read.change(
        id, () -> get(id), () -> Body.of(json(schedules.change(id, choice.draft()))));
  }

  @Operation(summary = "Orders a schedule's report now.")
  @Requires(Permission.MANAGE_REPORT)
  @PostMapping("/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ResponseEntity<Body<Report>> run(@PathVariable UUID id) {
    var report = schedules.runNow(id);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/reports/" + report.id()))
        .body(Body.of(report));
  }

  @Operation(summary = "Deletes a schedule; its reports stay.")
  @Requires(Permission.MANAGE_REPORT)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, IfMatch read) {
    read.delete(id, () -> get(id), () -> schedules.delete(id));
  }

  private ScheduleJson json(Schedule schedule) {
    var preview = schedules.preview(schedule.cron(), schedule.zone());
    return new ScheduleJson(
        schedule, preview.words(), schedule.active() ? preview.next() : List.of());
  }
}
