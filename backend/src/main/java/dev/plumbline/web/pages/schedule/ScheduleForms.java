package dev.plumbline.web.pages.schedule;

import dev.plumbline.cluster.Clusters;
import dev.plumbline.compliance.Frameworks;
import dev.plumbline.notify.Deliveries;
import dev.plumbline.report.Schedules;
import dev.plumbline.tenant.Refused;
import dev.plumbline.web.pages.Format;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the form of a schedule, with what the cron line means while it means something. */
@Component
class ScheduleForms {

  private final Schedules schedules;
  private final Deliveries deliveries;
  private final Clusters clusters;
  private final Frameworks frameworks;

  ScheduleForms(
      Schedules schedules, Deliveries deliveries, Clusters clusters, Frameworks frameworks) {
    this.schedules = schedules;
    this.deliveries = deliveries;
    this.clusters = clusters;
    this.frameworks = frameworks;
  }

  ScheduleView view(@Nullable UUID id, ScheduleForm form, @Nullable Refused refused) {
    var problems = new LinkedHashMap<String, String>();
    if (refused != null) {
      problems.put(refused.field(), refused.why());
    }
    var preview = preview(form, problems);
    String paused = id == null ? null : paused(id);
    String path = id == null ? "/schedules" : "/schedules/" + id;
    return new ScheduleView(
        id == null ? "New schedule" : ScheduleForm.text(form.name()),
        path,
        ScheduleForm.text(form.name()),
        frameworks(form),
        chosen(form),
        ScheduleForm.text(form.cron()),
        ScheduleForm.text(form.zone()),
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> !zone.startsWith("Etc/"))
            .sorted()
            .toList(),
        preview.words(),
        (paused == null ? preview.next() : List.<Instant>of())
            .stream()
                .map(run -> Format.moment(run, ZoneId.of(ScheduleForm.text(form.zone()).strip())))
                .toList(),
        paused,
        deliveries.ready()
            ? null
            : "No mail server is set (plumbline.mail.host). The report is made all the same and can"
                + " be downloaded.",
        ScheduleForm.text(form.recipients()),
        Map.copyOf(problems),
        id == null || paused != null ? null : path + "/run",
        id == null ? null : path + "/delete");
  }

  private @Nullable String paused(UUID id) {
    String paused = schedules.get(id).paused();
    return paused.isEmpty() ? null : paused;
  }

  private Schedules.Preview preview(ScheduleForm form, Map<String, String> problems) {
    try {
      return schedules.preview(ScheduleForm.text(form.cron()), ScheduleForm.text(form.zone()));
    } catch (Refused refused) {
      problems.putIfAbsent(refused.field(), refused.why());
      return new Schedules.Preview("", List.of());
    }
  }

  private List<ScheduleView.Option> frameworks(ScheduleForm form) {
    return frameworks.all().stream()
        .map(one ->
            new ScheduleView.Option(
                one.id(), one.name() + " " + one.edition(), one.id().equals(form.framework())))
        .toList();
  }

  private List<ScheduleView.Option> chosen(ScheduleForm form) {
    return clusters.list().stream()
        .map(one ->
            new ScheduleView.Option(
                one.id().toString(), one.name(), form.clusters().contains(one.id())))
        .toList();
  }
}
