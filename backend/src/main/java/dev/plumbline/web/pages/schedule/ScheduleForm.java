package dev.plumbline.web.pages.schedule;

import dev.plumbline.report.Schedule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person typed; fields that were not sent are null. */
record ScheduleForm(
    @Nullable String name,
    @Nullable String framework,
    @Nullable List<UUID> cluster,
    @Nullable String cron,
    @Nullable String zone,
    @Nullable String recipients) {

  static final ScheduleForm FRESH = new ScheduleForm("", "", List.of(), "0 6 * * 1", "UTC", "");

  static ScheduleForm of(Schedule schedule) {
    return new ScheduleForm(
        schedule.name(),
        schedule.framework(),
        schedule.clusters(),
        schedule.cron(),
        schedule.zone(),
        String.join("\n", schedule.recipients()));
  }

  Schedule.Draft draft() {
    return new Schedule.Draft(
        text(name),
        text(framework),
        clusters(),
        text(cron),
        text(zone),
        text(recipients).lines().filter(line -> !line.isBlank()).toList(),
        true,
        true);
  }

  List<UUID> clusters() {
    return cluster == null ? List.of() : cluster;
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
