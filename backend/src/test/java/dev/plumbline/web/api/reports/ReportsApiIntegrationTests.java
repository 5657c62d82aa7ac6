package dev.plumbline.web.api.reports;

import static dev.plumbline.testing.ApiCaller.data;
import static dev.plumbline.testing.ApiCaller.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.scan.JobRunner;
import dev.plumbline.scan.SampleData;
import dev.plumbline.tenant.ApiTokens;
import dev.plumbline.tenant.Organisation;
import dev.plumbline.tenant.Organisations;
import dev.plumbline.tenant.People;
import dev.plumbline.tenant.Role;
import dev.plumbline.tenant.Tenant;
import dev.plumbline.testing.ApiCaller;
import dev.plumbline.testing.PlumblineTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlumblineTest
class ReportsApiIntegrationTests {

  private static final String REPORTS = "/api/v1/reports";
  private static final String SCHEDULES = "/api/v1/report-schedules";

  @Autowired People people;
  @Autowired Organisations organisations;
  @Autowired ApiTokens tokens;
  @Autowired SampleData sample;
  @Autowired JobRunner runner;
  @LocalServerPort int port;

  private Organisation organisation;
  private ApiCaller owner;
  private ApiCaller viewer;

  @BeforeEach
  void foundAnOrganisation() {
    organisation =
        organisations.found(
            "Reported",
            people.register(
                UUID.randomUUID() + "@example.org", "Mira", "nine plain words nobody else has"));
    owner = caller(Role.OWNER);
    viewer = caller(Role.VIEWER);
  }

  private ApiCaller caller(Role role) {
    return new ApiCaller(
        port,
        Tenant.call(organisation.id(), () -> tokens.create(role.name(), role, null, Role.OWNER)));
  }

  private String order(String framework) {
    var ordered = owner.post(REPORTS, Map.of("framework", framework));
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
    String location = ordered.headers().firstValue("Location").orElse("");
    assertThat(location).isEqualTo(REPORTS + "/" + data(ordered).path("id").asString(""));
    assertThat(data(ordered).path("state").asString("")).isEqualTo("QUEUED");
    return location;
  }

  @Test
  void aReportIsOrderedMadeDownloadedAndDeleted() {
    Tenant.run(organisation.id(), sample::load);
    String report = order("gdpr");
    assertThat(viewer.get(report + "/pdf").statusCode()).isEqualTo(404);
    runner.drain("report");
    var made = data(viewer.get(report));
    assertThat(made.path("state").asString("")).isEqualTo("READY");
    assertThat(made.path("pdfSha256").asString("")).hasSize(64);
    var pdf = viewer.get(report + "/pdf");
    assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
    var findings = viewer.get(report + "/findings");
    assertThat(findings.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(findings.body().lines().count()).isGreaterThan(1);
    assertThat(data(viewer.get(report + "/deliveries"))).isEmpty();
    assertThat(viewer.change("DELETE", report, "").statusCode()).isEqualTo(403);
    assertThat(owner.change("DELETE", report, "").statusCode()).isEqualTo(204);
    assertThat(owner.get(report).statusCode()).isEqualTo(404);
  }

  @Test
  void aReportOfNothingSaysSo() {
    String report = order("gdpr");
    runner.drain("report");
    var made = data(owner.get(report));
    assertThat(made.path("state").asString("")).isEqualTo("EMPTY");
    assertThat(made.path("problem").asString("")).isNotEmpty();
    assertThat(owner.get(report + "/pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void anOrderThatCannotBeMetNamesItsField() {
    for (var wrong :
        Map.of(
                "framework", Map.of("framework", "iso-9001"),
                "zone", Map.of("framework", "gdpr", "zone", "Mars/Base"),
                "at", Map.of("framework", "gdpr", "at", "2999-01-01T00:00:00Z"))
            .entrySet()) {
      var refused = owner.post(REPORTS, wrong.getValue());
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(json(refused).path("errors").path(0).path("pointer").asString(""))
          .isEqualTo("/" + wrong.getKey());
    }
    assertThat(viewer.post(REPORTS, Map.of("framework", "gdpr")).statusCode()).isEqualTo(403);
  }

  @Test
  void anOrderSentTwiceWithAKeyIsOneReport() {
    for (int i = 0; i < 2; i++) {
      var ordered =
          owner.send(
              "POST", REPORTS, Map.of("framework", "gdpr"), Map.of("Idempotency-Key", "once"));
      assertThat(ordered.statusCode()).isEqualTo(202);
    }
    assertThat(data(owner.get(REPORTS))).hasSize(1);
  }

  @Test
  void theListIsPagedNewestFirst() {
    var ordered = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ordered.addFirst(order("gdpr").substring(REPORTS.length() + 1));
    }
    var told = new ArrayList<String>();
    String path = REPORTS + "?limit=2";
    while (!path.isEmpty()) {
      var page = owner.get(path);
      data(page).forEach(report -> told.add(report.path("id").asString("")));
      path =
          page.headers()
              .firstValue("Link")
              .map(link -> link.substring(1, link.indexOf('>')))
              .orElse("");
    }
    assertThat(told).isEqualTo(ordered);
  }

  private HttpResponse<String> schedule(String cron) {
    return owner.post(
        SCHEDULES, Map.of("name", "Weekly", "framework", "gdpr", "cron", cron, "zone", "UTC"));
  }

  @Test
  void aScheduleIsMadeReadChangedRunAndDeleted() {
    var created = schedule("0 7 * * 1");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(data(created).path("next")).hasSize(3);
    String path = created.headers().firstValue("Location").orElse("");
    assertThat(data(viewer.get(path)).path("schedule").path("name").asString(""))
        .isEqualTo("Weekly");
    var changed =
        owner.change(
            "PUT",
            path,
            Map.of("name", "Monthly", "framework", "gdpr", "cron", "0 7 1 * *", "active", false));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(data(changed).path("next")).isEmpty();
    assertThat(owner.send("PUT", path, Map.of(), Map.of()).statusCode()).isEqualTo(428);
    assertThat(owner.send("PUT", path, Map.of(), Map.of("If-Match", "\"x\"")).statusCode())
        .isEqualTo(412);
    var run = owner.post(path + "/run", Map.of());
    assertThat(run.statusCode()).isEqualTo(202);
    assertThat(
            data(owner.get(run.headers().firstValue("Location").orElse("")))
                .path("schedule")
                .asString(""))
        .isEqualTo(path.substring(SCHEDULES.length() + 1));
    assertThat(owner.change("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(data(owner.get(SCHEDULES))).isEmpty();
  }

  @Test
  void aScheduleThatCannotRunNamesItsField() {
    var refused = schedule("every day");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/cron");
    assertThat(schedule("0 7 * * 1").statusCode()).isEqualTo(201);
    assertThat(schedule("0 7 * * 1").body()).contains("/name");
    assertThat(viewer.post(SCHEDULES, Map.of()).statusCode()).isEqualTo(403);
  }
}
